// The few names of small meshes, so that objects meet.

export const NAMESPACES = ['default', 'shop', 'client'];
export const NAMES = ['reviews', 'ratings', 'web', 'api'];
export const VERSIONS = ['v1', 'v2', 'v3'];
export const EXTERNAL = ['api.example.com', 'www.example.com', 'example.org', 'a.b.example.com'];
export const WILDCARDS = [
  '*.example.com',
  '*.com',
  '*.default.svc.cluster.local',
  '*.local',
  '*.b.example.com',
];
export const PATHS = [
  '/',
  '/api',
  '/api/v1',
  '/api/v2/x',
  '/apix',
  '/foo',
  '/foo/',
  '/foo/bar',
  '/Foo',
  '/v1',
  '/v2',
  '/a/../foo',
  '/foo//bar',
  '/%66oo',
];
export const PREFIXES = ['/', '/api', '/api/', '/api/v1', '/foo', '/v', '/foo/bar'];
export const REGEXES = ['/v[0-9]+', '/api/.*', '.*', '/(foo|api).*', '/[a-z]+'];
export const METHODS = ['GET', 'POST', 'PUT', 'OPTIONS'];
export const HEADERS = ['end-user', 'x-canary', 'X-Mixed-Case'];
export const TEXTS = ['jason', 'jas', 'yes', '', 'Jason', '1'];
export const QUERIES = ['q', 'page'];

export const PORTS = [
  { name: 'http', number: 80 },
  { name: 'http-alt', number: 8080 },
  { name: 'http-main', number: 9080 },
  { name: 'grpc', number: 7070 },
  { name: 'tcp-raw', number: 5000 },
  { name: 'auto', number: 6000 },
  { name: 'https', number: 443 },
  { name: 'tls-x', number: 8443 },
  { name: 'tcp-mixed', number: 8080 },
  { name: 'plain', number: 80 },
];

/** A host as people write it: short, half, full. */
export function hostForms(r, { name, namespace }) {
  return r.pick([
    name,
    `${name}.${namespace}.svc.cluster.local`,
    `${name}.${namespace}.svc.cluster.local`,
    `${name}.${namespace}`,
  ]);
}

export function fullName({ name, namespace }) {
  return `${name}.${namespace}.svc.cluster.local`;
}

/** Some objects are older or younger than the rest, which have no age. */
export function metadata(r, name, namespace, more = {}) {
  const stamp = r.chance(0.25)
    ? { creationTimestamp: r.pick(['2025-01-01T00:00:00Z', '2025-06-01T00:00:00Z', '2026-06-01T00:00:00Z']) }
    : {};
  return { name, namespace, ...stamp, ...more };
}
