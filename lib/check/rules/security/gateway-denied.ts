import { authorizationsOf } from '../../../simulate/security/authorization';
import { matchCondition, type Rule } from '../../../simulate/security/rule';
import { edgesOf, type Edge } from '../../mesh/edges';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import type { DeclaredWorkload } from '../../mesh/workloads';
import { rule } from '../../rule';
import { app, authorizationPolicy, gateway, manifests, to, virtualService, web } from '../fixture';

const EDGE = manifests(
  app('edge/public'),
  gateway(
    'edge/public',
    '{selector: {app: public}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]}',
  ),
  web('shop/web'),
  app('shop/web'),
  virtualService('shop/web', `{hosts: [a.com], gateways: [edge/public], http: [${to('web')}]}`),
);
const allowing = (namespaces: string): string =>
  manifests(
    EDGE,
    authorizationPolicy('shop/web', `{rules: [{from: [{source: {namespaces: [${namespaces}]}}]}]}`),
  );

export const gatewayDenied = rule({
  id: 'gateway-route-denied',
  title: 'Policies that leave out the gateway that routes there',
  severity: 'warning',
  why: 'Where any ALLOW policy is, what none allows is denied: everybody who comes through the gateway gets 403.',
  fix: 'Add the gateway’s namespace or principal to the sources, or remove the route at the gateway.',
  links: ['https://istio.io/latest/docs/concepts/security/#implicit-enablement'],
  yieldsTo: ['source-namespace', 'source-principal'],
  bad: allowing('shop'),
  good: allowing('shop, edge'),
  check(mesh, reporter) {
    const told = new Set<string>();
    for (const edge of mesh.list(KIND.authorizationPolicy).length > 0 ? edgesOf(mesh) : []) {
      const { gateway: name, identity, service, route } = edge;
      const policy = policyAgainst(mesh, edge);
      if (!policy || told.has(policy)) continue;
      told.add(policy);
      const [namespace = '', short = ''] = policy.split('/');
      reporter.add(
        mesh.find(KIND.authorizationPolicy, namespace, short)!.document,
        ['spec', 'rules'],
        `sources must allow gateway ${name} (${identity}), from which ${route.kind} ${route.namespace}/${route.name} sends requests to ${service.hostname}, got none that does`,
      );
    }
  },
});

/** The last one of the policies that close a workload of the service to the gateway. */
function policyAgainst(mesh: Mesh, { service, identity }: Edge): string | undefined {
  const { selector, namespace } = service;
  if (!selector) return undefined;
  for (const workload of mesh.workloads().selected(selector, namespace)) {
    const policies = mesh.hasSidecar(workload) ? allowingPolicies(mesh, workload) : [];
    // That nobody at all is allowed is said of the policy itself.
    const speaking = policies.filter(({ rules }) => rules.length > 0);
    if (
      speaking.length > 0 &&
      speaking.every(({ rules }) => rules.every((one) => isClosedTo(one, identity)))
    ) {
      const last = speaking.at(-1)!;
      return `${last.namespace}/${last.name}`;
    }
  }
  return undefined;
}

function allowingPolicies(mesh: Mesh, workload: DeclaredWorkload) {
  const { authorizations, mesh: settings } = mesh.security();
  return authorizationsOf(authorizations, workload, settings).allowing;
}

const ABOUT_CALLERS =
  /\.(principals|notPrincipals|namespaces|notNamespaces|serviceAccounts|notServiceAccounts)$/;

/** Whether it asks for other callers, whatever they ask for. */
function isClosedTo({ from }: Rule, peer: string): boolean {
  return (
    from.length > 0 &&
    from.every((source) =>
      source.some(
        (condition) =>
          ABOUT_CALLERS.test(condition.at) && matchCondition(condition, { port: 0, peer }) === false,
      ),
    )
  );
}
