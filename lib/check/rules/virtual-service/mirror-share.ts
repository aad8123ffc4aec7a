import { fieldsList, isFields } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { virtualService } from '../fixture';

const mirroring = (more: string): string =>
  virtualService(
    'shop/a',
    `{hosts: [web], http: [{route: [{destination: {host: web.prod.svc.cluster.local}}], mirror: {host: next.prod.svc.cluster.local}${more}}]}`,
  );

export const mirrorShare = rule({
  id: 'mirror-without-percentage',
  title: 'A mirror of everything',
  severity: 'info',
  why: 'Without a percentage all requests are sent a second time: whatever they write is written twice, and the load doubles.',
  fix: 'Say what share is meant, even if it is 100.',
  links: ['https://istio.io/latest/docs/tasks/traffic-management/mirroring/'],
  bad: mirroring(''),
  good: mirroring(', mirrorPercentage: {value: 10}'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.virtualService)) {
      fieldsList(spec.http).forEach(({ mirror, mirrors, mirrorPercentage, mirrorPercent }, i) => {
        if (isFields(mirror) && mirrorPercentage === undefined && mirrorPercent === undefined)
          reporter.add(
            document,
            ['spec', 'http', i, 'mirror'],
            'mirrorPercentage must be given with a mirror, got nothing, which is 100',
          );
        fieldsList(mirrors).forEach(({ percentage }, j) => {
          if (percentage === undefined)
            reporter.add(
              document,
              ['spec', 'http', i, 'mirrors', j],
              'percentage must be given with a mirror, got nothing, which is 100',
            );
        });
      });
    }
  },
});
