// Requests to ask about: some at random, and for each pair of conditions one that is made to satisfy both.
import { URLSearchParams } from 'node:url';
import { PATHS, VALUES } from './generate/conditions.mjs';
import { HOSTS } from './generate/exposures.mjs';
import { modesOf } from './meaning/edge.mjs';

/** A generator of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Requests from a sidecar to the ports of the program's services. */
export function meshRequests(program, caller, count, seed) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const conditions = program.items.flatMap(({ props: { match, audience } }) => [
    ...(match ?? []),
    ...(audience ?? []),
  ]);
  return Array.from({ length: count }, () => {
    const service = random() < 0.8 ? program.services[0] : pick(program.services);
    const { number, protocol } = pick(service.ports);
    if (service.outside) {
      const authority = number === 80 ? service.outside : `${service.outside}:${number}`;
      return {
        service: service.name,
        port: number,
        scheme: 'http',
        caller,
        authority,
        ...content(random, pick, conditions),
      };
    }
    const local = `${service.name}.${service.namespace}`;
    const name = pick([
      local,
      `${local}.svc.cluster.local`,
      caller.namespace === service.namespace ? service.name : local,
    ]);
    const base = {
      service: service.name,
      port: number,
      scheme: 'http',
      caller,
      authority: `${name}:${number}`,
    };
    if (protocol === 'TCP') return { ...base, protocol: 'tcp' };
    if (protocol === 'TLS') {
      return {
        ...base,
        scheme: 'https',
        connection: true,
        authority: `${local}.svc.cluster.local:${number}`,
      };
    }
    return { ...base, ...content(random, pick, conditions) };
  });
}

/** Requests from outside to the ports of the gateway. */
export function edgeRequests(program, count, seed) {
  const random = randomFrom(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const inside = program.items.flatMap(({ props: { match, audience } }) => [
    ...(match ?? []),
    ...(audience ?? []),
  ]);
  const doors = program.exposures.flatMap(({ routes }) =>
    routes.flatMap(({ paths, match }) =>
      (paths ? paths.map((path) => [path]) : [[]]).flatMap((path) =>
        (match ?? [[]]).map((atoms) => [...path, ...atoms]),
      ),
    ),
  );
  const ports = new Set(
    program.exposures.flatMap(({ entries = [{ http: 80 }] }) =>
      entries.flatMap(modesOf).map(({ port }) => port),
    ),
  );
  const hosts = [...new Set(program.exposures.flatMap(({ hosts = ['*'] }) => hosts))];
  return Array.from({ length: count }, () => {
    const port = pick([...ports]);
    const pattern = pick(random() < 0.9 ? hosts : HOSTS);
    const host = pattern === '*' ? 'any.test' : pattern.replace('*', pick(['c', 'a', 'c.d']));
    const scheme = port === 443 || port === 8443 ? 'https' : 'http';
    const shown = port === 80 || port === 443 ? host : `${host}:${port}`;
    if (port === 31400) return { port, host, protocol: 'tcp', authority: shown };
    return { port, host, scheme, authority: shown, ...content(random, pick, [...inside, ...doors], doors) };
  });
}

/** Paths that proxies see otherwise, or that only look like others. */
const ODD_PATHS = ['/a/./b', '/a/%62', '//a', '/b/../a', '/A', '/a//b', '/a;x', '/a%2fb'];

/** Method, path, headers, cookies and query; after chance has spoken, up to two conditions have their way. */
function content(random, pick, conditions, doors = []) {
  const request = {
    method: pick(['GET', 'POST']),
    path: random() < 0.1 ? pick(ODD_PATHS) : pick(PATHS),
    headers: some(random, pick, ['x', 'y', 'm']),
    cookies: some(random, pick, ['c', 's', 't'], ['1', '2', 'v1', 'v2']),
    query: some(random, pick, ['q']),
  };
  if (conditions.length > 0 && random() < 0.7) satisfy(request, pick(conditions), pick);
  if (doors.length > 0 && random() < 0.7) satisfy(request, pick(doors), pick);
  if (conditions.length > 0 && random() < 0.4) satisfy(request, pick(conditions), pick);
  if (random() < 0.1) {
    request.headers.origin = pick(['https://a.example.com', 'https://b.example.com', 'https://evil.test']);
    if (random() < 0.5) {
      request.method = 'OPTIONS';
      request.headers['access-control-request-method'] = 'GET';
    }
  }
  const search = new URLSearchParams(request.query).toString();
  return { ...request, search: search && `?${search}` };
}

function some(random, pick, names, values = VALUES) {
  return Object.fromEntries(names.filter(() => random() < 0.4).map((name) => [name, pick(values)]));
}

function satisfy(request, atoms, pick) {
  for (const { on, kind, name, text } of atoms) {
    const given = {
      exact: text,
      prefix: `${text}${pick(['', '2'])}`,
      regex: pick(VALUES),
      present: pick(VALUES),
    }[kind];
    if (on === 'method') request.method = text;
    if (on === 'cookie' || on === 'query') request[on === 'cookie' ? 'cookies' : 'query'][name] = given;
    if (on === 'header') {
      delete request.headers[name.toLowerCase()];
      if (kind !== 'absent') request.headers[name.toLowerCase()] = given;
    }
    if (on === 'path' && kind === 'exact') request.path = text;
    if (on === 'path' && kind.endsWith('refix')) request.path = text + pick(['', '/', '/b', '/v', 'b']);
  }
}

/** A request as the oracle takes it. */
export function asked({
  authority,
  protocol,
  connection,
  method,
  path,
  search,
  headers,
  cookies,
  scheme,
  port,
}) {
  if (protocol) return { authority, protocol };
  if (connection) return { authority, scheme };
  const cookie = Object.entries(cookies)
    .map(([name, text]) => `${name}=${text}`)
    .join('; ');
  return {
    authority,
    method,
    path: path + search,
    headers: { ...headers, ...(cookie && { cookie }) },
    ...(scheme === 'https' && { scheme }),
    ...(!authority.includes(':') && { port }),
  };
}
