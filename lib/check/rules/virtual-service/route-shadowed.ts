import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { manifests, virtualService, web } from '../fixture';
import { takesEverything } from './covers';
import { EarlierMatches, matchesOf } from './earlier-matches';

const API = '{match: [{uri: {prefix: /api}}], route: [{destination: {host: web}}]}';
const LOGIN = '{match: [{uri: {exact: /api/login}}], route: [{destination: {host: web}}]}';
const routed = (...rules: readonly string[]): string =>
  manifests(web('shop/web'), virtualService('shop/web', `{hosts: [web], http: [${rules.join(', ')}]}`));

export const routeShadowed = rule({
  id: 'route-shadowed',
  title: 'A route behind a wider one',
  severity: 'warning',
  why: 'Routes are asked in order, and the first one that matches wins: this one never gets a request.',
  fix: 'Move the narrower route before the wider one, or remove it.',
  links: ['https://istio.io/latest/docs/concepts/traffic-management/#routing-rule-precedence'],
  // The webhook sees equal matches, prefixes of prefixes, and what stands behind a route without a match.
  yieldsTo: ['webhook-route-unreachable', 'webhook-match-repeated', 'webhook-prefix-covered'],
  bad: routed(API, LOGIN),
  good: routed(LOGIN, API),
  check(mesh, reporter) {
    for (const config of mesh.list(KIND.virtualService)) {
      const http = matchesOf(config);
      if (http.length < 2) continue;
      const earlier = new EarlierMatches<number>();
      let wholly: number | undefined;
      http.forEach((one, i) => {
        const before = wholly ?? (one.matches.length > 0 ? earlier.beforeAll(one) : undefined);
        if (before !== undefined)
          reporter.add(
            config.document,
            ['spec', 'http', i],
            `route ${i} must stand before what takes all its requests, got it behind route ${before}`,
          );
        if (one.matches.length === 0 || one.matches.some(takesEverything)) wholly ??= i;
        for (const match of one.matches) earlier.add(match, i);
      });
    }
  },
});
