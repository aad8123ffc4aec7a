import { fieldsList, fieldsOf, numberOf } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { virtualService } from '../fixture';

const delaying = (share: string): string =>
  virtualService(
    'shop/a',
    `{hosts: [web], http: [{match: [{headers: {end-user: {exact: jason}}}], fault: {delay: {fixedDelay: 7s, ${share}}}, route: [{destination: {host: web.prod.svc.cluster.local}}]}]}`,
  );

export const deprecatedPercent = rule({
  id: 'fault-percent-deprecated',
  title: 'The old way to say the share of a delay',
  severity: 'warning',
  why: 'delay.percent is deprecated: it knows whole numbers only, and will be gone some day.',
  fix: 'Write percentage: {value: …}.',
  upstream: ['IST0002'],
  links: [
    'https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPFaultInjection-Delay',
  ],
  bad: delaying('percent: 10'),
  good: delaying('percentage: {value: 10}'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.virtualService)) {
      fieldsList(spec.http).forEach(({ fault }, i) => {
        const percent = numberOf(fieldsOf(fieldsOf(fault).delay).percent) ?? 0;
        if (percent > 0)
          reporter.add(
            document,
            ['spec', 'http', i, 'fault', 'delay', 'percent'],
            `percentage must be used instead of percent, got percent: ${percent}`,
          );
      });
    }
  },
});
