import { fieldsList, fieldsOf, textMap, textsOf, type Fields } from '../../../manifest/fields';
import { selectorOf } from '../../../simulate/security/attachment';
import { gatewayName } from '../../../simulate/virtual-service/read-match';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { app, gateway, manifests, requestAuthentication, virtualService, web } from '../fixture';

const BASE = manifests(
  web('shop/web'),
  app('edge/gw'),
  gateway(
    'edge/public',
    '{selector: {app: gw}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}',
  ),
  virtualService(
    'shop/a',
    '{hosts: [a.com], gateways: [edge/public], http: [{match: [{headers: {"@request.auth.claims.group": {exact: admin}}}], route: [{destination: {host: web}}]}]}',
  ),
);

export const jwtClaims = rule({
  id: 'jwt-claims-without-request-authentication',
  title: 'A route by the claims of a token that nobody reads',
  severity: 'error',
  why: 'Only a RequestAuthentication at the gateway reads tokens. Without one the condition never holds, and requests take another route.',
  fix: 'Add a RequestAuthentication that selects the gateway’s pods.',
  upstream: ['IST0149'],
  links: ['https://istio.io/latest/docs/tasks/security/authentication/jwt-route/'],
  bad: BASE,
  good: manifests(
    BASE,
    requestAuthentication('edge/jwt', '{selector: {matchLabels: {app: gw}}, jwtRules: [{issuer: a.com}]}'),
  ),
  check(mesh, reporter) {
    for (const { spec, namespace, document } of mesh.list(KIND.virtualService)) {
      const at = claimRoute(spec);
      if (at === undefined) continue;
      textsOf(spec.gateways).forEach((written, i) => {
        const [space = '', name = ''] = gatewayName(written, namespace).split('/');
        const found = mesh.find(KIND.gateway, space, name);
        if (written !== 'mesh' && found && isUnread(mesh, textMap(found.spec.selector)))
          reporter.add(
            document,
            ['spec', 'gateways', i],
            `gateway must have a RequestAuthentication for the route by ${at}, got ${written} without`,
          );
      });
    }
  },
});

/** Whether some pods of the gateway have no RequestAuthentication. */
function isUnread(mesh: Mesh, selector: ReadonlyMap<string, string>): boolean {
  const tokens = mesh.list(KIND.requestAuthentication);
  const pods = mesh.workloads().selected(selector);
  if (pods.length === 0) return tokens.length === 0 && selector.get('istio') === 'ingressgateway';
  return pods.some(
    (pod) =>
      !tokens.some(
        ({ namespace, spec }) =>
          (namespace === pod.namespace || namespace === mesh.settings.rootNamespace) &&
          [...selectorOf(spec)].every(([key, text]) => pod.labels.get(key) === text),
      ),
  );
}

function claimRoute(spec: Fields): string | undefined {
  for (const { match } of fieldsList(spec.http)) {
    for (const one of fieldsList(match)) {
      for (const field of ['headers', 'withoutHeaders']) {
        const claim = Object.keys(fieldsOf(one[field])).find((name) =>
          /^@request\.auth\.claims[.[]/i.test(name),
        );
        if (claim !== undefined) return claim;
      }
    }
  }
  return undefined;
}
