import { fieldsList, fieldsOf, isFields, numberOf } from '../../../manifest/fields';
import { remove, replaceField } from '../../edit';
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
  isFixable: true,
  bad: delaying('percent: 10'),
  good: delaying('percentage: {value: 10}'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.virtualService)) {
      fieldsList(spec.http).forEach(({ fault }, i) => {
        const delay = fieldsOf(fieldsOf(fault).delay);
        const percent = numberOf(delay.percent) ?? 0;
        if (percent <= 0) return;
        const path = ['spec', 'http', i, 'fault', 'delay', 'percent'];
        const edits = isFields(delay.percentage)
          ? [remove(path)]
          : replaceField(path, 'percentage', { value: percent });
        reporter.add(document, path, `percentage must be used instead of percent, got percent: ${percent}`, {
          edits,
        });
      });
    }
  },
});
