import { fieldsList, fieldsOf, numberOf, textOf } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { virtualService } from '../fixture';

const route = (...destinations: readonly string[]): string =>
  virtualService('shop/a', `{hosts: [web], http: [{route: [${destinations.join(', ')}]}]}`);
const to = (subset: string, weight?: number): string =>
  `{destination: {host: web.prod.svc.cluster.local, subset: ${subset}}${weight === undefined ? '' : `, weight: ${weight}`}}`;
const KINDS = ['http', 'tcp', 'tls'] as const;

export const singleWeight = rule({
  id: 'route-single-weight',
  title: 'A weight on the only destination',
  severity: 'warning',
  why: 'The only destination gets everything, whatever its weight: another destination is missing, or the weight says something else than what happens.',
  fix: 'Add the other destinations, or remove the weight.',
  upstream: ['KIA1104'],
  bad: route(to('v1', 90)),
  good: route(to('v1', 90), to('v2', 10)),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.virtualService)) {
      for (const kind of KINDS) {
        fieldsList(spec[kind]).forEach(({ route: list }, i) => {
          const [only, ...others] = fieldsList(list);
          const weight = numberOf(only?.weight);
          if (others.length === 0 && weight !== undefined && weight > 0 && weight < 100)
            reporter.add(
              document,
              ['spec', kind, i, 'route', 0, 'weight'],
              `weight of the only destination must be 100 or absent, got ${weight}`,
            );
        });
      }
    }
  },
});

export const weightTotal = rule({
  id: 'route-weight-total',
  title: 'Weights that do not add up to 100',
  severity: 'info',
  why: 'Weights are shares of their total, not percentages: with 5 and 5 each gets half.',
  fix: 'Let the weights add up to 100, so that they say what happens.',
  bad: route(to('v1', 90), to('v2', 5)),
  good: route(to('v1', 95), to('v2', 5)),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.virtualService)) {
      for (const kind of KINDS) {
        fieldsList(spec[kind]).forEach(({ route: list }, i) => {
          const weights = fieldsList(list).map(({ weight }) => numberOf(weight) ?? 0);
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          if (weights.length > 1 && total !== 100 && total > 0)
            reporter.add(
              document,
              ['spec', kind, i, 'route'],
              `weights must add up to 100, got ${weights.join(' + ')} = ${total}`,
            );
        });
      }
    }
  },
});

export const repeatedDestination = rule({
  id: 'route-repeated-destination',
  title: 'The same destination twice in a route',
  severity: 'warning',
  why: 'It gets both shares: most likely one was meant to go somewhere else.',
  fix: 'Correct one of the two, or add up their weights.',
  upstream: ['KIA1105'],
  bad: route(to('v1', 90), to('v1', 10)),
  good: route(to('v1', 90), to('v2', 10)),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.virtualService)) {
      for (const kind of KINDS) {
        fieldsList(spec[kind]).forEach(({ route: list }, i) => {
          const seen = new Set<string>();
          fieldsList(list).forEach(({ destination }, j) => {
            const { host, subset, port } = fieldsOf(destination);
            const key = JSON.stringify([host, subset, numberOf(fieldsOf(port).number)]);
            if (seen.has(key))
              reporter.add(
                document,
                ['spec', kind, i, 'route', j, 'destination'],
                `destination must be there once, got ${textOf(host)}${textOf(subset) ? ` ${textOf(subset)}` : ''} again`,
              );
            seen.add(key);
          });
        });
      }
    }
  },
});
