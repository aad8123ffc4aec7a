// What should happen to a request to a service: told from the contributions one by one, without merging anything.
import { cluster, overlayClauses, routeClauses } from './clauses.mjs';
import { corsOf } from './cors.mjs';
import { holds } from './holds.mjs';
import { withPrefix } from './paths.mjs';
import { byPrecedence, canonical } from './precedence.mjs';
import { settingsOf } from './settings.mjs';

/** The answer to a request, whose caller has called this port of the service. */
export function serve(program, service, port, request, { policies = true } = {}) {
  const first = (clauses) =>
    clauses.filter((clause) => concerns(clause, port) && holds(clause.atoms, request)).sort(byPrecedence)[0];
  const route = policies ? first(routeClauses(program, service)) : undefined;
  const overlays = policies ? overlayClauses(program, service, port) : new Map();
  const effects = new Map(
    [...overlays].map(([dimension, clauses]) => [dimension, first(clauses)]).filter(([, clause]) => clause),
  );
  const said = (dimension) => effects.get(dimension)?.said;
  const headers = (dimension) =>
    [...effects].filter(([name]) => name.startsWith(`${dimension} `)).map(([, clause]) => clause.said);
  const responseHeaders = changes(headers('responseHeader'));

  const { redirect, respond, shares, rewrite, setCookie } = route?.said ?? { shares: [['', 100]] };
  const names = route ? [route.name] : [];
  if (redirect) return { kind: 'redirect', names, ...locationOf(redirect, request), responseHeaders };
  if (respond)
    return { kind: 'respond', names, status: respond.status, body: respond.body ?? '', responseHeaders };

  const cors = corsOf(said('cors'), request);
  if (cors?.preflight) return { kind: 'preflight', names, fault: faultOf(said) };
  return {
    kind: 'forward',
    names,
    clusters: Object.fromEntries(
      shares.map(([version, share]) => [
        cluster(program, service, version, port),
        {
          share,
          setCookie: setCookie?.(version),
          settings: settingsOf(program, service, version),
          workloads: workloads(program, service, version, port),
        },
      ]),
    ),
    path: rewritten(route, request.path),
    search: request.search,
    authority: rewrite?.rewriteHost ?? request.authority,
    fault: faultOf(said),
    mirrors: Object.fromEntries(
      [...effects.values()]
        .map(({ said: mirror }) => mirror)
        .filter(({ target, share }) => target && share > 0)
        .map(({ target, share }) => [target, share]),
    ),
    timeout: said('timeout') ?? 0,
    retries: said('retries'),
    requestHeaders: changes(headers('requestHeader')),
    responseHeaders,
    cors: cors?.words,
  };
}

/** The answer to a connection to a port that is not HTTP: only what is about every connection counts. */
export function connect(program, service, port, { policies = true } = {}) {
  const route = (policies ? routeClauses(program, service) : [])
    .filter(
      (clause) =>
        concerns(clause, port) &&
        !clause.conditional &&
        canonical(clause.atoms).length === 0 &&
        CONNECTIONS.includes(clause.kind),
    )
    .sort(byPrecedence)[0];
  const shares = route?.said.shares ?? [['', 100]];
  return {
    kind: 'connection',
    clusters: Object.fromEntries(
      shares.map(([version, share]) => [cluster(program, service, version, port), share]),
    ),
  };
}

/** Kinds whose `port` is documented as "all ports" by default; the others are about ports that speak HTTP. */
export const CONNECTIONS = ['CanaryRoute', 'TrafficSplit'];

function concerns({ port: about }, port) {
  return about === undefined || about === port;
}

function rewritten(route, path) {
  const { rewritePrefix, rewritePath } = route?.said.rewrite ?? {};
  if (rewritePath !== undefined) return rewritePath;
  return rewritePrefix === undefined ? path : withPrefix(path, route.atoms, rewritePrefix);
}

/** Zero shares mean none, and are not told apart from nothing here. */
function faultOf(said) {
  const drawn = (fault) => (fault && fault.share > 0 ? fault : undefined);
  return { delay: drawn(said('delay')), abort: drawn(said('abort')) };
}

function changes(list) {
  return Object.fromEntries(
    list.map(({ how, name, text }) => [name, how === 'remove' ? [how] : [how, text]]),
  );
}

function workloads({ services }, service, version, port) {
  const { versions, outside } = services.find(({ name }) => name === service);
  if (outside) return [`${outside}:${port}`];
  const all = versions.length > 0 ? versions : ['v0'];
  return all.filter((one) => version === '' || version === one).map((one) => `${service}-${one}`);
}

/** The client asks for the same again, except for what the redirect names. The path is the one that the client asked for. */
export function locationOf({ statusCode = 302, scheme, hostname, port, path }, request) {
  const [, ownHost, ownPort] = /^([^:]*)(:\d+)?$/.exec(request.authority);
  const newScheme = scheme ?? request.scheme;
  const usual = { http: 80, https: 443 }[newScheme];
  const newPort =
    port === undefined ? (scheme === undefined ? (ownPort ?? '') : '') : port === usual ? '' : `:${port}`;
  return {
    status: statusCode,
    location: `${newScheme}://${hostname ?? ownHost}${newPort}${path ?? request.asked ?? request.path}${request.search}`,
  };
}
