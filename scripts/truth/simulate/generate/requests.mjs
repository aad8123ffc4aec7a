// Who asks for what: mostly what the mesh is about.
import { EXTERNAL, HEADERS, METHODS, PATHS, QUERIES, TEXTS } from './pools.mjs';

export function requests(r, world, count) {
  const isGrpc = world.documents.some(({ kind }) => kind === 'GRPCRoute');
  return Array.from({ length: count }, () =>
    world.from.gateway ? edgeRequest(r, world, isGrpc) : meshRequest(r, world, isGrpc),
  );
}

function meshRequest(r, { all, from, documents }, isGrpc) {
  const service = r.pick(all);
  const local = (from.namespace ?? 'default') === service.namespace;
  const outside = r.chance(documents.some(({ kind }) => kind === 'ServiceEntry') ? 0.3 : 0.1);
  const name = outside
    ? r.pick(EXTERNAL)
    : r.pick([
        `${service.name}.${service.namespace}`,
        `${service.name}.${service.namespace}.svc.cluster.local`,
        `${service.name}.${service.namespace}.svc`,
        ...(local ? [service.name, service.name] : []),
        ...(r.chance(0.1) ? ['alias.default', 'alias.shop'] : []),
      ]);
  const port = outside
    ? r.pick([80, 80, 443, 8080])
    : r.chance(0.93)
      ? r.pick(service.ports).number
      : r.pick([80, 8080, 1234]);
  const isTls = [443, 8443].includes(port) ? r.chance(0.8) : r.chance(0.03);
  const isTcp = !isTls && (port === 5000 ? r.chance(0.8) : r.chance(0.04));
  return wire(
    r,
    {
      authority: `${name}:${port}`,
      ...(isTls && { scheme: 'https' }),
      ...(isTcp && { protocol: 'tcp' }),
    },
    isGrpc,
  );
}

function edgeRequest(r, { from, documents }, isGrpc) {
  const name = r.pick([...EXTERNAL, ...EXTERNAL, 'other.com', 'x.example.com']);
  const ports = from.gateway.name
    ? documents
        .filter(({ kind, metadata }) => kind === 'Gateway' && metadata.name === from.gateway.name)
        .flatMap(({ spec }) => spec.listeners.map(({ port }) => port))
    : [80, 80, 80, 443, 8080, 31400, 9999];
  const port = r.pick(ports);
  const isTls = [443, 8443].includes(port);
  const isTcp = port === 31400;
  return wire(
    r,
    {
      authority: r.chance(0.2) ? `${name}:${port}` : name,
      port,
      ...(isTls && { scheme: 'https', sni: name }),
      ...(isTcp && { protocol: 'tcp' }),
    },
    isGrpc,
  );
}

/** A path, a method and headers, as a client sends them. */
export function wire(r, start, isGrpc) {
  if (start.protocol === 'tcp') return start;
  const query = r.chance(0.2) ? `?${r.pick(QUERIES)}=${r.pick(['1', 'jason', ''])}` : '';
  const headers = Object.fromEntries(r.some(HEADERS, 0.3).map((name) => [name, r.pick(TEXTS)]));
  if (r.chance(0.1)) headers.origin = r.pick(['https://a.com', 'http://b.com']);
  if (headers.origin && r.chance(0.5)) headers['access-control-request-method'] = 'GET';
  const path = r.chance(isGrpc ? 0.4 : 0.05) ? r.pick(['/a.B/C', '/a.B/D']) : r.pick(PATHS);
  const method = headers['access-control-request-method']
    ? 'OPTIONS'
    : r.chance(0.7)
      ? 'GET'
      : r.pick(METHODS);
  return { ...start, path: path + query, method, ...(Object.keys(headers).length > 0 && { headers }) };
}
