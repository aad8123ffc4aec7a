import { check } from '../../../lib/check';
import { IN_PROPORTION, growth } from '../../support/cost';

jest.setTimeout(120_000);

const RULES = [
  'route-shadowed',
  'webhook-prefix-covered',
  'webhook-match-repeated',
  'webhook-route-unreachable',
];

const route = (match: string): string =>
  `    - {match: [{uri: {${match}}}], route: [{destination: {host: web.prod.svc.cluster.local}}]}\n`;

/** The routes that are hidden, whichever rule says so. */
function shadowed(routes: readonly string[]): readonly unknown[] {
  const text = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: web, namespace: prod}
spec:
  hosts: [web.prod.svc.cluster.local]
  http:\n${routes.join('')}`;
  const { findings } = check(text);
  const told = findings.filter(({ id }) => RULES.includes(id));
  return [...new Set(told.map(({ path }) => path[2]))];
}

describe('thousands of routes', () => {
  const different = (length: number): string[] => Array.from({ length }, (_, i) => route(`prefix: /p${i}/`));
  const prefixes = different(3000);

  it('that differ are all reached', () => expect(shadowed(prefixes)).toEqual([]));

  it('take time in proportion to their number', () => {
    expect(growth(1000, (length) => shadowed(different(length)))).toBeLessThan(IN_PROPORTION);
  });

  it.each(['prefix: /p1234/a', 'exact: /p1234/a', 'prefix: /p1234/'])('hide %s behind them', (match) =>
    expect(shadowed([...prefixes, route(match)])).toEqual([3000]),
  );

  it.each(['prefix: /p1234', 'regex: /p1234/a', 'exact: /P1234/a'])('do not hide %s', (match) =>
    expect(shadowed([...prefixes, route(match)])).toEqual([]),
  );
});
