import type { Author, Overlay, Route } from '../model/contribution';
import { isHttp, type HostKey, type Port } from '../model/host';
import type { Problem } from '../model/problem';
import { appliesToConnections } from '../model/traffic';
import type { Declarations, Declared, NamespaceFacts, OfHost } from './declarations';
import type { PlannedHost } from './hosts';

type Hosts = ReadonlyMap<HostKey, PlannedHost>;

/** In ambient mode nothing but a waypoint reads requests, and looks at the rules about them: without one they are void. */
export function ambientProblems(declared: Declarations, hosts: Hosts): Problem[] {
  const bare = new Map(
    declared.namespaces
      .filter(({ said }) => said.plane.kind === 'ambient' && !said.plane.waypoint)
      .map((namespace) => [namespace.said.name, namespace]),
  );
  if (bare.size === 0) return [];
  const problems = new Map<string, Problem>();
  for (const { author, said } of [...declared.routes, ...declared.overlays, ...declared.settings]) {
    const namespace = bare.get(hosts.get(said.host)?.host.namespace ?? '');
    if (namespace) problems.set(`${author.path} ${said.host}`, ambientProblem(author, said.host, namespace));
  }
  return [...problems.values()];
}

function ambientProblem(author: Author, host: HostKey, namespace: Declared<NamespaceFacts>): Problem {
  const { name } = namespace.said;
  return {
    authors: [author, namespace.author],
    message: `the namespace ${name} of ${host} must have a waypoint, got ambient mode without one (${namespace.author.path}); policy about requests would do nothing: use DataPlane.ambientWithWaypoint()`,
  };
}

/** What is said about requests needs a port on which requests can be read; what names a port needs that port. */
export function portProblems({ routes, overlays }: Declarations, hosts: Hosts): Problem[] {
  const problems = new Map<string, Problem>();
  const check = ({ author, said: { host, said } }: Declared<OfHost<Route | Overlay>>, http: boolean) => {
    const ports = hosts.get(host)?.host.ports ?? [];
    const concerned = said.port === undefined ? ports : ports.filter(({ number }) => number === said.port);
    const suits = concerned.some(({ protocol }) => !http || isHttp(protocol));
    if (suits || ports.length === 0) return; // a host without ports has problems of its own
    const list = (some: readonly Port[]) =>
      some.map(({ number, protocol }) => `${number} (${protocol})`).join(', ');
    const message =
      concerned.length === 0
        ? `the port must be one of ${host}, got ${said.port}; it has ${list(ports)}`
        : `${host} must have a port that speaks HTTP, HTTP2 or GRPC, got ${list(concerned)}; proxies cannot read requests on the others`;
    problems.set(`${author.path} ${host}`, { authors: [author], message });
  };
  for (const route of routes) check(route, !appliesToConnections(route.said.said));
  for (const overlay of overlays) {
    check(overlay, true);
    const problem = mirrorProblem(overlay, hosts);
    if (problem) problems.set(problem.message, problem);
  }
  return [...problems.values()];
}

/** Copies to a port that the receiver does not have would be lost, and nobody would notice. */
function mirrorProblem({ author, said }: Declared<OfHost<Overlay>>, hosts: Hosts): Problem | undefined {
  const { effect, port } = said.said;
  if (effect.kind !== 'mirror') return undefined;
  const httpPorts = (host: HostKey) =>
    (hosts.get(host)?.host.ports ?? [])
      .filter(({ protocol }) => isHttp(protocol))
      .map(({ number }) => number);
  const { service, port: toPort } = effect.target;
  const wanted =
    toPort === undefined ? httpPorts(said.host).filter((one) => (port ?? one) === one) : [toPort];
  const known = httpPorts(service);
  const missing = wanted.filter((one) => !known.includes(one));
  if (missing.length === 0) return undefined;
  const got = `${missing.join(' and ')} (${author.path})`;
  const message = `the port of copies must be one of ${service} that speaks HTTP, got ${got}; it has ${known.join(', ') || 'none'}: name one with toPort`;
  return { authors: [author], message };
}
