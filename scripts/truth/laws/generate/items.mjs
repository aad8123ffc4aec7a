// What constructs say about one service, as plain data: `{ kind, props }`.
import fc from 'fast-check';
import { defined, maybe, one, some } from './common.mjs';
import { alternatives, segmentPaths } from './conditions.mjs';

const kind = (name, fields) => some(fields).map((props) => ({ kind: name, props }));
const weighted = (weight, arbitrary) => ({ weight, arbitrary });
const saysMoreThan =
  (...names) =>
  ({ props }) =>
    Object.keys(props).some((name) => !names.includes(name));

const share = one(0, 10, 50, 100, 12.5, 0.0001);
const sticky = maybe(one({ name: 's' }, { name: 't', maxAge: 60, path: '/a' }), 20);

/** Arbitraries of routes, overlays and settings for a service, beside `others` that may get its mirrors. */
export function itemsFor(service, others, can) {
  const { versions, ports } = service;
  const http = ports.filter(({ protocol }) => protocol === 'HTTP').map(({ number }) => number);
  const of = {
    can,
    versions,
    others,
    version: versions.length > 0 ? one(...versions) : fc.constant(undefined),
    match: maybe(alternatives(can), 75),
    /** A port that speaks HTTP, or none; and any port, or none. */
    port: maybe(one(...http), http.length > 1 ? 50 : 0),
    anyPort: maybe(one(...ports.map(({ number }) => number)), ports.length > 1 ? 50 : 0),
  };
  return { routes: routesOf(of), overlays: overlaysOf(of), settings: settingsOf(of) };
}

function routesOf(of) {
  const { can, version, match, port } = of;
  return fc.oneof(
    weighted(4, kind('RequestRoute', { match, version: maybe(version), port })),
    weighted(
      3,
      kind('RequestRoute', {
        match: alternatives(can, segmentPaths),
        version: maybe(version),
        rewritePrefix: one('/', '/v', '/v/', '/a', '/b/c'),
        rewriteHost: maybe(fc.constant('inside.example.com'), 25),
        port,
      }),
    ),
    weighted(
      1,
      kind('RequestRoute', {
        match,
        version: maybe(version),
        rewritePath: one('/', '/v/whole'),
        rewriteHost: maybe(fc.constant('inside.example.com')),
        port,
      }),
    ),
    weighted(1, kind('RequestRoute', { match: alternatives(can), redirect, port })),
    weighted(can.answers ? 1 : 0, kind('RequestRoute', { match: alternatives(can), respond, port })),
    ...(of.versions.length > 0 ? versioned(of) : []),
  );
}

function versioned(of) {
  const { match, port } = of;
  return [
    weighted(3, canaries(of)),
    weighted(1, kind('TrafficSplit', { shares: splits(of), match, sticky, port })),
    weighted(1, kind('TrafficSplit', { shares: splits(of), port: of.anyPort })),
  ];
}

const redirect = some({
  statusCode: maybe(one(301, 303, 308)),
  scheme: maybe(one('http', 'https')),
  hostname: maybe(fc.constant('other.example.com')),
  port: maybe(one(80, 443, 8443)),
  path: maybe(one('/elsewhere', '/')),
}).filter((fields) => Object.keys(fields).some((name) => name !== 'statusCode'));

const respond = some({ status: one(200, 404, 503), body: maybe(fc.constant('so be it')) });

function canaries({ versions, can, port, anyPort }) {
  const two = fc.shuffledSubarray(versions, { minLength: 2, maxLength: 2 });
  return fc
    .tuple(two, share, maybe(alternatives(can)), sticky, port, anyPort)
    .map(([[stable, canary], part, audience, cookie, readable, any]) => ({
      kind: 'CanaryRoute',
      props: defined({
        stable,
        canary,
        share: part,
        audience,
        sticky: cookie,
        port: audience ? readable : any,
      }),
    }));
}

function splits({ versions }) {
  return fc
    .tuple(
      fc.shuffledSubarray(versions, { minLength: 1 }),
      one([100], [50, 50], [90, 10], [0, 100], [12.5, 87.5], [20, 30, 50], [33.3333, 33.3333, 33.3334]),
    )
    .filter(([names, parts]) => names.length === parts.length)
    .map(([names, parts]) => Object.fromEntries(names.map((name, i) => [name, parts[i]])));
}

function overlaysOf(of) {
  const { can, match, port } = of;
  return fc.oneof(
    weighted(can.faults ? 3 : 0, kind('FaultInjection', { match, fault, port })),
    weighted(
      3,
      fc
        .tuple(receivers(of), some({ share, match, port }))
        .map(([to, rest]) => ({ kind: 'Mirror', props: { ...to, ...rest } })),
    ),
    weighted(
      4,
      kind('RequestPolicy', {
        match,
        timeout: maybe(one(0, 1000, 1500)),
        retries: maybe(RETRIES[can.retries], can.retries === 'none' ? 0 : 50),
        requestHeaders: maybe(changes, 40),
        responseHeaders: maybe(changes, 40),
        cors: maybe(cors(can), 20),
        port,
      }).filter(saysMoreThan('match', 'port')),
    ),
  );
}

const delay = fc.record({ milliseconds: one(5, 12), share });
const abort = fc.oneof(
  fc.record({ httpStatus: one(500, 418), share }),
  fc.record({ grpcStatus: one('UNAVAILABLE', 'INTERNAL'), share }),
);
const fault = fc.oneof(fc.record({ delay }), fc.record({ abort }), fc.record({ delay, abort }));

function receivers({ version, versions, others }) {
  return fc.oneof(
    weighted(
      versions.length > 0 ? 1 : 0,
      version.map((to) => ({ to })),
    ),
    ...others.map(({ name, versions, ports: [first] }) =>
      some({
        toService: fc.constant(name),
        to: versions.length > 0 ? maybe(one(...versions)) : fc.constant(undefined),
        toPort: maybe(fc.constant(first.number)),
      }),
    ),
  );
}

const statuses = some({
  attempts: one(1, 3),
  perTryTimeout: maybe(fc.constant(500)),
  backoff: maybe(fc.constant(50)),
  statusCodes: maybe(one([409], [503, 429])),
});

const RETRIES = {
  none: fc.constant(undefined),
  statuses,
  all: fc.oneof(
    fc.constant({ attempts: 0 }),
    fc
      .tuple(statuses, maybe(one(['SERVER_ERROR'], ['RESET', 'CONNECT_FAILURE'])))
      .map(([policy, on]) => ({ ...policy, ...(on && { on }) })),
  ),
};

/** Two headers, which contributions set, add to and remove. */
const change = maybe(one(['set', '1'], ['set', '2'], ['add', '3'], ['remove']));
const changes = fc
  .tuple(one('m', 'M'), change, fc.constant('n'), change)
  .map(([m, ofM, n, ofN]) => {
    const all = {};
    for (const [name, [how, text] = []] of [
      [m, ofM],
      [n, ofN],
    ]) {
      if (how === 'remove') (all.remove ??= []).push(name);
      else if (how) (all[how] ??= {})[name] = text;
    }
    return all;
  })
  .filter((all) => Object.keys(all).length > 0);

const cors = ({ regexPaths }) =>
  some({
    allowOrigins: one(
      [{ exact: 'https://a.example.com' }],
      [{ subdomains: ['https', 'example.com'] }],
      [{ any: true }],
      ...(regexPaths ? [[{ regex: 'https://[ab]\\.example\\.com' }]] : []),
    ),
    allowMethods: maybe(one(['GET', 'PUT'])),
    allowCredentials: maybe(fc.boolean()),
  });

function settingsOf({ can, version }) {
  if (!can.settings) return undefined;
  return fc.oneof(
    weighted(2, breakers(version)),
    weighted(
      1,
      kind('SessionAffinity', {
        version: maybe(version),
        key: hashKey,
        maglevTableSize: maybe(one(101), 25),
      }),
    ),
    weighted(
      1,
      kind('LoadBalancing', {
        version: maybe(version),
        algorithm: one('ROUND_ROBIN', 'RANDOM', 'LEAST_REQUEST'),
      }),
    ),
  );
}

const hashKey = one({ header: 'x' }, { cookie: 'c' }, { queryParameter: 'q' }, { sourceIp: true });

const breakers = (version) =>
  kind('CircuitBreaker', {
    version: maybe(version),
    maxConnections: maybe(one(1, 100)),
    maxPendingRequests: maybe(one(1, 7)),
    maxRequests: maybe(one(9)),
    maxRetries: maybe(one(3)),
    outliers: maybe(some({ consecutive5xxErrors: maybe(one(1, 7)), maxEjection: maybe(one(50)) })),
  }).filter(saysMoreThan('version'));
