// What comes in at the gateway.
import fc from 'fast-check';
import { defined, maybe, one } from './common.mjs';
import { alternatives, paths, segmentPaths } from './conditions.mjs';

export const HOSTS = ['*', '*.example.com', 'a.example.com', 'b.example.com'];

const weighted = (weight, arbitrary) => ({ weight, arbitrary });

const entries = fc.oneof(
  weighted(5, fc.constant(undefined)),
  weighted(1, fc.constant([{ http: 8080 }])),
  weighted(1, fc.constant([{ http: 80 }, { http: 8080 }])),
  weighted(1, fc.constant([{ https: 'cert' }])),
  weighted(1, fc.constant([{ https: 'cert', redirectFrom: 80 }])),
  weighted(1, fc.constant([{ https: 'cert', port: 8443, redirectFrom: 80 }])),
);

/** Exposures of requests, and of connections where a service has a port for them. */
export function exposures(services, can) {
  return fc.oneof(
    weighted(4, requests(services, can)),
    ...services.flatMap(({ name, ports }) =>
      ports
        .filter(({ protocol }) => protocol !== 'HTTP')
        .map(({ protocol }) => weighted(1, connections(name, protocol))),
    ),
  );
}

function connections(service, protocol) {
  return fc
    .record({
      ...(protocol === 'TLS' && {
        hosts: fc.uniqueArray(one('a.example.com', 'b.example.com'), { minLength: 1 }),
      }),
      entries: fc.constant(protocol === 'TLS' ? [{ passthrough: 443 }] : [{ tcp: 31400 }]),
      routes: fc.constant([{ service }]),
      servicePolicies: maybe(fc.constant(false), 15),
    })
    .map(defined);
}

function requests(services, can) {
  const target = fc.oneof(...services.map(targetOf));
  const upTo2 = (path) => fc.array(path, { minLength: 1, maxLength: 2 });
  const match = maybe(alternatives({ ...can, callers: false }, fc.constant(undefined)), 25);
  const route = fc.oneof(
    weighted(3, fc.record({ paths: maybe(upTo2(paths(can)), 75), match, to: target })),
    weighted(
      3,
      fc.record({
        paths: maybe(upTo2(segmentPaths), 85),
        match,
        to: target,
        rewritePrefix: one('/', '/v', '/a', '/b/'),
      }),
    ),
    weighted(1, fc.record({ paths: upTo2(paths(can)), match, redirect })),
  );
  return fc
    .record({
      hosts: maybe(fc.uniqueArray(one(...HOSTS), { minLength: 1, maxLength: 2 })),
      entries,
      routes: fc.array(route, { minLength: 1, maxLength: 3 }),
      servicePolicies: maybe(fc.constant(false), 15),
    })
    .map(({ routes, ...rest }) => ({
      ...defined(rest),
      routes: routes.map(({ to, ...fields }) => defined({ ...fields, ...to })),
    }));
}

const redirect = one(
  { scheme: 'https' },
  { path: '/elsewhere', statusCode: 308 },
  { hostname: 'other.example.com' },
  { port: 8443, statusCode: 301 },
  { scheme: 'https', hostname: 'other.example.com', port: 443 },
  { scheme: 'http', port: 80 },
);

/** Where a service has several ports that suit, one has to be named. */
function targetOf({ name, ports }) {
  const http = ports.filter(({ protocol }) => protocol === 'HTTP').map(({ number }) => number);
  return maybe(one(...http), http.length > 1 ? 100 : 50).map((port) => defined({ service: name, port }));
}
