// What should happen to a request from outside: the exposure decides first, and what is said about the service behind
// it applies to the rewritten path.
import { holds } from './holds.mjs';
import { withPrefix } from './paths.mjs';
import { nameOf, pathOf } from './clauses.mjs';
import { byPrecedence } from './precedence.mjs';
import { connect, locationOf, serve } from './service.mjs';

/** The answer to a request at a port of the gateway. */
export function enter(whole, request) {
  const { dialect, edgeDialect } = whole;
  // Where one of the two knows no subsets, versions are Services to the gateway.
  const program = { ...whole, dialect: edgeDialect === 'ISTIO' ? dialect : edgeDialect };
  const { port, host } = request;
  const doors = doorsAt(program, port);
  const [best] = [...new Set(doors.flatMap(({ hosts }) => hosts))]
    .filter((one) => hostHolds(one, host))
    .sort(bySpecificity);
  const here = doors.filter(({ hosts }) => hosts.includes(best));
  if (best === undefined)
    return { kind: request.scheme === 'https' || request.protocol || doors.length === 0 ? 'closed' : 'none' };
  const [{ mode, httpsPort }] = here;
  if (mode === 'tcp' || mode === 'passthrough') return passOn(program, here, request);
  if (request.protocol || (mode === 'https') !== (request.scheme === 'https')) return { kind: 'closed' };
  if (mode === 'redirect') {
    const redirect = { statusCode: 301, scheme: 'https', port: httpsPort };
    return { kind: 'redirect', ...locationOf(redirect, request), responseHeaders: {} };
  }

  const [door] = here
    .flatMap(({ clauses }) => clauses)
    .filter(({ atoms }) => holds(atoms, request))
    .sort(byPrecedence);
  if (!door) return { kind: 'none' };
  const { redirect, service, port: servicePort, rewritePrefix, policies } = door.said;
  if (redirect)
    return { kind: 'redirect', names: [door.name], ...locationOf(redirect, request), responseHeaders: {} };
  const path =
    rewritePrefix === undefined ? request.path : withPrefix(request.path, door.atoms, rewritePrefix);
  const answer = serve(
    program,
    service,
    servicePort,
    { ...request, path, asked: request.path },
    { policies },
  );
  return { ...answer, names: [door.name, ...answer.names] };
}

/** Connections that the gateway cannot read. */
function passOn(program, [{ mode, exposure }], { scheme }) {
  if (mode === 'passthrough' && scheme !== 'https') return { kind: 'closed' };
  const {
    routes: [route],
    servicePolicies: policies,
  } = exposure;
  const wanted = mode === 'tcp' ? 'TCP' : 'TLS';
  const { ports } = program.services.find(({ name }) => name === route.service);
  return connect(program, route.service, ports.find(({ protocol }) => protocol === wanted).number, {
    policies,
  });
}

/** All that is open at a port: hosts, how it is spoken there, and what is let in. */
export function doorsAt(program, port) {
  return program.exposures.flatMap((exposure) => {
    const { hosts = ['*'], entries = [{ http: 80 }] } = exposure;
    return entries
      .flatMap(modesOf)
      .filter((entry) => entry.port === port)
      .map(({ mode, httpsPort }) => ({
        exposure,
        hosts,
        mode,
        httpsPort,
        clauses: clausesOf(program, exposure),
      }));
  });
}

export function modesOf({ http, https, port = 443, redirectFrom, passthrough, tcp }) {
  if (passthrough) return [{ port: passthrough, mode: 'passthrough' }];
  if (tcp) return [{ port: tcp, mode: 'tcp' }];
  if (http) return [{ port: http, mode: 'http' }];
  return [
    { port, mode: 'https', secret: https },
    ...(redirectFrom ? [{ port: redirectFrom, mode: 'redirect', httpsPort: port }] : []),
  ];
}

/** Each path with each match is a condition of its own. */
export function clausesOf({ services }, exposure) {
  const { routes, servicePolicies = true } = exposure;
  return routes.flatMap(({ paths, match, service, port, rewritePrefix, redirect }) => {
    const known =
      services.find(({ name }) => name === service)?.ports.filter(({ protocol }) => protocol === 'HTTP') ??
      [];
    const said = redirect
      ? { redirect }
      : { service, port: port ?? known[0]?.number, rewritePrefix, policies: servicePolicies };
    const pathAtoms = paths ? paths.map((path) => [path]) : [[]];
    return pathAtoms.flatMap((path) =>
      (match ?? [[]]).map((atoms) => ({
        id: pathOf(exposure),
        name: nameOf(exposure),
        atoms: [...path, ...atoms],
        said,
      })),
    );
  });
}

function hostHolds(pattern, host) {
  return pattern === '*' || pattern === host || (pattern.startsWith('*.') && host.endsWith(pattern.slice(1)));
}

function bySpecificity(a, b) {
  const rank = (host) => (host === '*' ? 0 : host.startsWith('*') ? host.length : 1000);
  return rank(b) - rank(a);
}
