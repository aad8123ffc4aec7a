import { fieldsList, fieldsOf, isFields, numberOf, type Fields } from '../../../manifest/fields';
import { asked, insert } from '../../edit';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { virtualService } from '../fixture';

const FAULTS = ['delay', 'abort'] as const;
const LINKS = [
  'https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPFaultInjection',
];
const faulty = (fault: string, match = ''): string =>
  virtualService(
    'shop/a',
    `{hosts: [web], http: [{${match}fault: ${fault}, route: [{destination: {host: web.prod.svc.cluster.local}}]}]}`,
  );
const ABORT = '{abort: {httpStatus: 500, percentage: {value: 100}}}';

export const faultWithoutPercentage = rule({
  id: 'fault-without-percentage',
  title: 'A fault that never happens',
  severity: 'warning',
  why: 'Without a percentage no request is delayed or aborted: the drill tests nothing.',
  fix: 'Say what share of the requests is meant, or remove the fault.',
  links: LINKS,
  isFixable: true,
  bad: faulty('{abort: {httpStatus: 500}}'),
  good: faulty(ABORT, 'match: [{headers: {end-user: {exact: jason}}}], '),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.virtualService)) {
      fieldsList(spec.http).forEach(({ fault }, i) => {
        for (const kind of FAULTS) {
          const one = fieldsOf(fault)[kind];
          if (!isFields(one) || share(one) !== 0) continue;
          const path = ['spec', 'http', i, 'fault', kind];
          const isSilent = one.percentage === undefined && one.percent === undefined;
          const percentage = { value: asked('faultPercentage') };
          reporter.add(
            document,
            path,
            `percentage of the ${kind} must be above 0, got ${isFields(one.percentage) ? 0 : 'nothing'}`,
            isSilent ? { edits: [insert([...path, 'percentage'], percentage)] } : {},
          );
        }
      });
    }
  },
});

export const faultForAll = rule({
  id: 'fault-for-everybody',
  title: 'A fault for everybody',
  severity: 'warning',
  why: 'Real users get these errors and delays, for as long as the route is there. Tests of faults are for a few requests.',
  fix: 'Match a header that only tests send, or acknowledge that everybody is meant.',
  links: LINKS,
  bad: faulty(ABORT),
  good: faulty(ABORT, 'match: [{headers: {end-user: {exact: jason}}}], '),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.virtualService)) {
      fieldsList(spec.http).forEach(({ fault, match }, i) => {
        if (!isFields(fault) || !isForAnybody(fieldsList(match))) return;
        for (const kind of FAULTS) {
          const one = fault[kind];
          const percent = isFields(one) ? share(one) : 0;
          if (percent > 0)
            reporter.add(
              document,
              ['spec', 'http', i, 'fault', kind],
              `${kind} must be for certain requests, got ${percent} % of all`,
            );
        }
      });
    }
  },
});

function share({ percentage, percent }: Fields): number {
  return isFields(percentage) ? (numberOf(percentage.value) ?? 0) : (numberOf(percent) ?? 0);
}

/** Paths and methods do not tell testers from users. */
function isForAnybody(matches: readonly Fields[]): boolean {
  const TELLING = ['headers', 'withoutHeaders', 'queryParams', 'sourceLabels', 'sourceNamespace'];
  return (
    matches.length === 0 || matches.some((match) => !TELLING.some((field) => match[field] !== undefined))
  );
}
