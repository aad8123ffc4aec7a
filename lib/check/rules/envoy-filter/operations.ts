import { fieldsList, fieldsOf, isFields, numberOf, textOf, type Fields } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { envoyFilter } from '../fixture';

const LINKS = [
  'https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-Patch-Operation',
];
const ROUTES = ['ROUTE_CONFIGURATION', 'HTTP_ROUTE'];
const REPLACEABLE = ['NETWORK_FILTER', 'HTTP_FILTER', 'VIRTUAL_HOST'];
const patch = (applyTo: string, operation: string, more = ''): string =>
  envoyFilter(
    'shop/a',
    `{${more}configPatches: [{applyTo: ${applyTo}, match: {context: SIDECAR_INBOUND}, patch: {operation: ${operation}, value: {name: a}}}]}`,
  );

export const relativeOperation = rule({
  id: 'envoy-filter-relative-operation',
  title: 'A patch that depends on the order of others',
  severity: 'warning',
  why: 'The patch goes by what is there when it is applied: filters that are added later, or that a new version of Istio renames, make it fail silently.',
  fix: 'Set a priority, so that the order is certain, or use INSERT_FIRST or ADD.',
  upstream: ['IST0151', 'IST0155'],
  links: LINKS,
  bad: patch('HTTP_FILTER', 'INSERT_BEFORE'),
  good: patch('HTTP_FILTER', 'INSERT_BEFORE', 'priority: 10, '),
  check(mesh, reporter) {
    const versioned = new Set<string>();
    forEachPatch(mesh, ({ document, spec }, i, operation, applyTo, entry) => {
      const isRelative =
        ['INSERT_BEFORE', 'INSERT_AFTER'].includes(operation) ||
        (operation === 'REMOVE' && !ROUTES.includes(applyTo)) ||
        (operation === 'REPLACE' && REPLACEABLE.includes(applyTo));
      const name = filterName(entry);
      if (isRelative && (numberOf(spec.priority) ?? 0) === 0)
        reporter.add(
          document,
          ['spec', 'configPatches', i],
          `priority must be set with ${operation}, got none`,
          { upstream: [versioned.has(name) ? 'IST0155' : 'IST0151'] },
        );
      if (textOf(fieldsOf(fieldsOf(entry.match).proxy).proxyVersion)) versioned.add(name);
    });
  },
});

const WRONG = [
  {
    operation: 'REPLACE',
    code: 'IST0152',
    isWrong: (to: string) => !REPLACEABLE.includes(to),
    allowed: 'for a filter or a VIRTUAL_HOST',
    good: patch('VIRTUAL_HOST', 'REPLACE', 'priority: 10, '),
  },
  {
    operation: 'ADD',
    code: 'IST0153',
    isWrong: (to: string) => ROUTES.includes(to),
    allowed: 'for anything but routes',
    good: patch('CLUSTER', 'ADD'),
  },
  {
    operation: 'REMOVE',
    code: 'IST0154',
    isWrong: (to: string) => ROUTES.includes(to),
    allowed: 'for anything but routes',
    good: patch('CLUSTER', 'REMOVE', 'priority: 10, '),
  },
];

/** Operations that do nothing where they are used. */
export const WRONG_OPERATIONS = WRONG.map(({ operation, code, isWrong, allowed, good }) =>
  rule({
    id: `envoy-filter-${operation.toLowerCase()}`,
    title: `${operation} where it does nothing`,
    severity: 'error',
    why: 'Istio ignores the patch.',
    fix: 'Use another operation (MERGE, INSERT_BEFORE), or apply it to something else.',
    upstream: [code],
    links: LINKS,
    bad: patch('HTTP_ROUTE', operation),
    good,
    check(mesh, reporter) {
      forEachPatch(mesh, ({ document }, i, own, applyTo) => {
        if (own === operation && isWrong(applyTo))
          reporter.add(
            document,
            ['spec', 'configPatches', i, 'patch', 'operation'],
            `operation ${operation} must be used ${allowed}, got ${applyTo || 'nothing'}`,
          );
      });
    },
  }),
);

function forEachPatch(
  mesh: Mesh,
  visit: (config: Config, i: number, operation: string, applyTo: string, entry: Fields) => void,
): void {
  for (const config of mesh.list(KIND.envoyFilter)) {
    fieldsList(config.spec.configPatches).forEach((entry, i) => {
      if (isFields(entry.patch))
        visit(config, i, textOf(entry.patch.operation) ?? '', textOf(entry.applyTo) ?? '', entry);
    });
  }
}

/** What the patch is about: the name in its value, else that of the filter that it looks for. */
function filterName({ patch: { value } = {}, match }: Fields & { patch?: Fields }): string {
  const fields = fieldsOf(value);
  if (!isFields(value)) return '';
  if (fields.name !== undefined) return `value ${JSON.stringify(fields.name)}`;
  const { filterChain } = fieldsOf(fieldsOf(match).listener);
  return `filter ${textOf(fieldsOf(fieldsOf(filterChain).filter).name) ?? ''}`;
}
