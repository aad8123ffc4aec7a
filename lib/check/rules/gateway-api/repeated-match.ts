import { fieldsList, fieldsOf, textOf, textsOf, type Fields } from '../../../manifest/fields';
import { GATEWAY_KINDS, isKind, referredKind } from '../../../simulate/gateway-api/kinds';
import type { Config } from '../../../simulate/mesh/config';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { httpRoute, kubernetesGateway, manifests, web } from '../fixture';

const EDGE = manifests(
  kubernetesGateway(
    'shop/edge',
    '{gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}',
  ),
  web('shop/web'),
);
const route = (name: string, path: string): string =>
  httpRoute(
    `shop/${name}`,
    `{parentRefs: [{name: edge}], hostnames: [a.com], rules: [{matches: [{path: {type: PathPrefix, value: ${path}}}], backendRefs: [{name: web, port: 80}]}]}`,
  );

export const repeatedMatch = rule({
  id: 'route-match-repeated',
  title: 'Rules of two routes for the same requests',
  severity: 'warning',
  why: 'Of equal matches at one listener the older route’s wins, then the one whose name comes first: this rule never gets a request.',
  fix: 'Remove the rule, or give it another match or hostname.',
  links: ['https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule'],
  bad: manifests(EDGE, route('a', '/'), route('b', '/')),
  good: manifests(EDGE, route('a', '/'), route('b', '/b')),
  check(mesh, reporter) {
    const first = new Map<string, Config>();
    for (const config of mesh.list(KIND.httpRoute)) {
      const places = placesOf(config);
      const own: string[] = [];
      fieldsList(config.spec.rules).forEach(({ matches }, i) => {
        const all = fieldsList(matches);
        const texts = (all.length > 0 ? all : [{}]).map(textOfMatch);
        const keys = places.flatMap((place) => texts.map((text) => `${place} ${text}`));
        own.push(...keys);
        const before = keys.map((key) => first.get(key));
        if (keys.length === 0 || before.includes(undefined)) return;
        const { namespace, name } = before[0]!;
        reporter.add(
          config.document,
          ['spec', 'rules', i],
          `rule must be for requests that no other has, got those of HTTPRoute ${namespace}/${name}`,
        );
      });
      for (const key of own) if (!first.has(key)) first.set(key, config);
    }
  },
});

/** The listeners and hostnames that it is for, as they are written. */
function placesOf({ spec, namespace }: Config): readonly string[] {
  const hostnames = textsOf(spec.hostnames);
  return fieldsList(spec.parentRefs).flatMap((parent) => {
    if (!isKind(referredKind(parent, GATEWAY_KINDS.gateway), GATEWAY_KINDS.gateway)) return [];
    const { namespace: at = namespace, name, sectionName = '', port = '' } = parent;
    const listener = JSON.stringify([at, name, sectionName, port]);
    return (hostnames.length > 0 ? hostnames : ['*']).map((hostname) => `${listener} ${hostname}`);
  });
}

/** The same text for the same conditions, whatever is left to defaults. */
function textOfMatch({ path, method, headers, queryParams }: Fields): string {
  const { type = 'PathPrefix', value = '/' } = fieldsOf(path);
  const named = (list: unknown): readonly string[] =>
    fieldsList(list)
      .map((one) => JSON.stringify([textOf(one.name)?.toLowerCase(), one.type ?? 'Exact', one.value]))
      .sort();
  return JSON.stringify([type, value, method ?? null, named(headers), named(queryParams)]);
}
