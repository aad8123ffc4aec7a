import { fieldsList, numberOf, textOf } from '../../../manifest/fields';
import type { Path } from '../../../manifest/position';
import { GATEWAY_KINDS, isKind, referredKind } from '../../../simulate/gateway-api/kinds';
import { byAge, type Config } from '../../../simulate/mesh/config';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { push } from '../../mesh/workloads';
import { rule } from '../../rule';
import { httpRoute, manifests, web } from '../fixture';

const route = (name: string, parent: string): string =>
  httpRoute(
    `shop/${name}`,
    `{parentRefs: [{group: "", kind: Service, name: ${parent}, port: 80}], rules: [{backendRefs: [{name: web, port: 80}]}]}`,
  );
const SERVICES = manifests(web('shop/web'), web('shop/api'));

export const meshRouteConflict = rule({
  id: 'mesh-route-conflict',
  title: 'Two objects with the routes of one Service',
  severity: 'error',
  why: 'Istio does not put them together. Of two routes callers in the mesh use the older one, of a route and a VirtualService the route; nothing of the other.',
  fix: 'Write all rules into one of them.',
  links: ['https://gateway-api.sigs.k8s.io/mesh/#how-the-gateway-api-works-for-service-mesh'],
  bad: manifests(SERVICES, route('a', 'web'), route('b', 'web')),
  good: manifests(SERVICES, route('a', 'web'), route('b', 'api')),
  check(mesh, reporter) {
    const claims = new Map<string, Claim[]>();
    for (const kind of [KIND.httpRoute, KIND.grpcRoute])
      for (const config of mesh.list(kind))
        for (const [host, claim] of claimsOf(mesh, config)) push(claims, host, claim);
    if (claims.size === 0) return;
    const say = ({ document }: Config, path: Path, host: string, { kind, namespace, name }: Config): void =>
      reporter.add(
        document,
        path,
        `routes of ${host} must be in one object, got ${kind} ${namespace}/${name} with some, too`,
      );
    for (const [host, all] of claims) {
      for (const { config, at, port } of all) {
        const older = all.find(
          (one) => one.config !== config && byAge(one.config, config) < 0 && overlaps(one.port, port),
        );
        if (older) say(config, ['spec', 'parentRefs', at], host, older.config);
      }
    }
    for (const { config, hosts, gateways, exportTo } of mesh.virtualServices()) {
      if (!gateways.includes('mesh') || exportTo.has('~')) continue;
      hosts.forEach((host, i) => {
        const claim = takenWholly(mesh, host, claims.get(host) ?? []);
        if (claim) say(config, ['spec', 'hosts', i], host, claim.config);
      });
    }
  },
});

/** Who routes the requests to all ports of a service: what is left is for a VirtualService. */
function takenWholly(mesh: Mesh, host: string, claims: readonly Claim[]): Claim | undefined {
  const ports = [...(mesh.registry().named(host)?.values() ?? [])].flatMap((one) => one.ports);
  const isTaken = (number: number): boolean => claims.some(({ port }) => overlaps(port, number));
  return ports.every(({ number }) => isTaken(number)) ? claims[0] : undefined;
}

/** Who routes requests to a service, and for which of its ports. */
interface Claim {
  readonly config: Config;
  /** Which of its parents the service is. */
  readonly at: number;
  readonly port?: number;
}

/** For all callers speaks who is in the namespace of the service. */
function claimsOf({ settings }: Mesh, config: Config): readonly (readonly [string, Claim])[] {
  return fieldsList(config.spec.parentRefs).flatMap((parent, i) => {
    const isService = isKind(referredKind(parent, GATEWAY_KINDS.gateway), KIND.service);
    const namespace = textOf(parent.namespace) ?? config.namespace;
    if (!isService || namespace !== config.namespace) return [];
    const port = numberOf(parent.port);
    const host = `${textOf(parent.name) ?? ''}.${namespace}.svc.${settings.domain}`;
    return [[host, { config, at: i, ...(port !== undefined && { port }) }] as const];
  });
}

function overlaps(one: number | undefined, other: number | undefined): boolean {
  return one === undefined || other === undefined || one === other;
}
