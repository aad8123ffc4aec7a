// VirtualServices, with everything that a rule can say.
import {
  EXTERNAL,
  HEADERS,
  METHODS,
  NAMESPACES,
  PREFIXES,
  QUERIES,
  REGEXES,
  TEXTS,
  VERSIONS,
  WILDCARDS,
  PATHS,
  fullName,
  hostForms,
  metadata,
} from './pools.mjs';

export function virtualService(r, i, world) {
  const { all, gateways } = world;
  const service = r.pick(all);
  const namespace = r.chance(0.55) ? service.namespace : r.pick(NAMESPACES);
  const bound = gateways.length > 0 && r.chance(0.5);
  const names = bound ? r.some(gateways, 0.7).map(({ metadata: m }) => `${m.namespace}/${m.name}`) : [];
  const withMesh = names.length === 0 || r.chance(0.3);
  const listed = [...names, ...(withMesh && names.length > 0 ? ['mesh'] : [])];
  const hosts = vsHosts(r, service, names.length > 0, namespace, withMesh);
  const l4 = service.ports.some(({ name }) => !/^(http|grpc)/.test(name));
  return {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: metadata(r, `vs-${i}`, namespace),
    spec: {
      hosts,
      ...(listed.length > 0 && { gateways: listed }),
      ...r.parts({ exportTo: [0.12, () => [r.pick(['.', '*', 'client', 'shop'])]] }),
      http: r.times(1, 3, (n) => httpRule(r, `r${n}`, world, listed)),
      ...(l4 && r.parts({ tcp: [0.4, () => [connectionRule(r, world, service)]] })),
    },
  };
}

function vsHosts(r, service, atGateway, namespace, withMesh) {
  const external = () => r.pick(EXTERNAL);
  const own = () =>
    service.namespace === namespace && r.chance(0.4)
      ? service.name
      : r.chance(0.1)
        ? hostForms(r, service)
        : fullName(service);
  const host =
    atGateway && r.chance(0.75)
      ? r.chance(0.25)
        ? r.pick(['*.example.com', withMesh ? '*.com' : '*'])
        : external()
      : r.chance(0.12)
        ? r.pick(WILDCARDS)
        : r.chance(0.08)
          ? external()
          : own();
  if (host === '*' || host.startsWith('*') || !r.chance(0.15)) return [host];
  const second = r.chance(0.5) ? 'example.org' : 'www.example.com';
  return host === second ? [host] : [host, second];
}

export function httpRule(r, name, world, gateways, isDelegate = false) {
  const kind = r.next();
  return {
    ...(r.chance(0.8) && { name }),
    ...r.parts({ match: [0.75, () => r.times(1, 2, () => match(r, gateways))] }),
    ...(kind < 0.1
      ? { redirect: redirect(r) }
      : kind < 0.16
        ? {
            directResponse: {
              status: r.pick([200, 404, 503]),
              ...r.parts({ body: [0.5, () => ({ string: 'hello' })] }),
            },
          }
        : forward(r, world, isDelegate)),
    ...r.parts({ headers: [0.15, () => headers(r)], corsPolicy: [0.08, () => cors(r)] }),
  };
}

function forward(r, world) {
  const destinations = r.chance(0.6)
    ? [
        {
          destination: destination(r, world),
          ...r.parts({ weight: [0.2, () => r.pick([0, 10, 100])], headers: [0.15, () => headers(r)] }),
        },
      ]
    : weighted(r, world);
  return {
    route: destinations,
    ...r.parts({
      timeout: [0.15, () => r.pick(['1s', '500ms', '1m30s'])],
      retries: [
        0.15,
        () =>
          r.pick([
            { attempts: 0 },
            { attempts: 3 },
            { attempts: 1, perTryTimeout: '2s', retryOn: '5xx,reset' },
            { attempts: 2, retryOn: '503,connect-failure', backoff: '1s' },
          ]),
      ],
      fault: [0.15, () => fault(r)],
      rewrite: [
        0.15,
        () =>
          r.pick([
            { uri: '/' },
            { uri: '/new' },
            { uri: '/new/', authority: 'other.example.com' },
            { authority: 'x' },
            { uriRegexRewrite: { match: '^/(.*)$', rewrite: '/r/\\1' } },
          ]),
      ],
    }),
    ...(r.chance(0.15)
      ? r.chance(0.5)
        ? {
            mirror: destination(r, world),
            ...r.parts({ mirrorPercentage: [0.6, () => ({ value: r.pick([0, 12.5, 50, 100]) })] }),
          }
        : {
            mirrors: r.times(1, 2, () => ({
              destination: destination(r, world),
              ...r.parts({ percentage: [0.6, () => ({ value: r.pick([0, 0.1, 25]) })] }),
            })),
          }
      : {}),
  };
}

function weighted(r, world) {
  const list = r.times(2, 3, () => ({
    destination: destination(r, world),
    weight: r.pick([0, 1, 3, 10, 50, 90]),
    ...r.parts({ headers: [0.15, () => headers(r)] }),
  }));
  if (list.every(({ weight }) => weight === 0)) list[0].weight = 5;
  return list;
}

export function destination(r, { all }) {
  const service = r.pick(all);
  const host = r.chance(0.04)
    ? 'nowhere'
    : r.chance(0.06)
      ? 'api.example.com'
      : r.chance(0.85)
        ? fullName(service)
        : hostForms(r, service);
  return {
    host,
    ...r.parts({
      subset: [0.45, () => r.pick([...VERSIONS, 'none'])],
      port: [0.4, () => ({ number: r.chance(0.9) ? r.pick(service.ports).number : 1234 })],
    }),
  };
}

function match(r, gateways) {
  return {
    ...r.parts({
      uri: [0.6, () => pathMatch(r)],
      method: [0.15, () => ({ exact: r.pick(METHODS) })],
      headers: [0.25, () => ({ [r.pick(HEADERS)]: textMatch(r) })],
      withoutHeaders: [0.1, () => ({ [r.pick(HEADERS)]: textMatch(r) })],
      queryParams: [0.1, () => ({ [r.pick(QUERIES)]: textMatch(r) })],
      authority: [0.05, () => r.pick([{ prefix: 'reviews' }, { exact: 'api.example.com' }])],
      scheme: [0.04, () => ({ exact: r.pick(['http', 'https']) })],
      ignoreUriCase: [0.08, () => true],
      port: [0.1, () => r.pick([80, 8080, 9080])],
      sourceLabels: [0.1, () => ({ app: r.pick(['client', 'reviews']) })],
      sourceNamespace: [0.06, () => r.pick(NAMESPACES)],
      gateways: [gateways.length > 0 ? 0.2 : 0.03, () => [r.pick(gateways.length > 0 ? gateways : ['mesh'])]],
      name: [0.2, () => 'm'],
    }),
  };
}

function pathMatch(r) {
  const kind = r.next();
  if (kind < 0.4) return { prefix: r.pick(PREFIXES) };
  return kind < 0.75 ? { exact: r.pick(PATHS.slice(0, 11)) } : { regex: r.pick(REGEXES) };
}

function textMatch(r) {
  const kind = r.next();
  if (kind < 0.15) return {};
  if (kind < 0.55) return { exact: r.pick(TEXTS.filter(Boolean)) };
  return kind < 0.8 ? { prefix: r.pick(['j', 'ja', 'y']) } : { regex: r.pick(['.*', 'j.*', '[0-9]+']) };
}

function redirect(r) {
  return {
    ...r.parts({
      uri: [0.5, () => '/moved'],
      authority: [0.4, () => 'moved.example.com'],
      scheme: [0.4, () => 'https'],
      redirectCode: [0.4, () => r.pick([301, 302, 307, 308])],
    }),
    ...(r.chance(0.3)
      ? { port: r.pick([80, 443, 8080]) }
      : r.parts({ derivePort: [0.3, () => r.pick(['FROM_REQUEST_PORT', 'FROM_PROTOCOL_DEFAULT'])] })),
    ...(r.chance(0.05) ? {} : { uri: '/moved' }),
  };
}

function fault(r) {
  return {
    ...(r.chance(0.6) && {
      delay: {
        fixedDelay: '2s',
        ...r.parts({ percentage: [0.8, () => ({ value: r.pick([10, 50, 100, 0.001]) })] }),
      },
    }),
    ...(r.chance(0.6)
      ? {
          abort: {
            ...(r.chance(0.8) ? { httpStatus: r.pick([500, 418]) } : { grpcStatus: 'UNAVAILABLE' }),
            ...r.parts({ percentage: [0.85, () => ({ value: r.pick([10, 33.3, 100]) })] }),
          },
        }
      : { delay: { fixedDelay: '1s', percentage: { value: 5 } } }),
  };
}

function headers(r) {
  const ops = () => ({
    ...r.parts({
      set: [
        0.6,
        () => ({ 'x-set': r.pick(['a', 'b']), ...r.parts({ host: [0.15, () => 'set.example.com'] }) }),
      ],
      add: [0.4, () => ({ 'x-add': '1' })],
      remove: [0.3, () => ['x-gone']],
    }),
  });
  return r.parts({ request: [0.8, ops], response: [0.4, () => ({ set: { 'x-answer': 'yes' } })] });
}

function cors(r) {
  return {
    allowOrigins: [r.pick([{ exact: 'https://a.com' }, { prefix: 'https://' }, { regex: '.*b.com' }])],
    allowMethods: ['GET'],
    ...r.parts({ unmatchedPreflights: [0.4, () => r.pick(['FORWARD', 'IGNORE'])] }),
  };
}

function connectionRule(r, world) {
  return {
    ...r.parts({
      match: [
        0.6,
        () => [
          r.parts({
            port: [0.6, () => r.pick([5000, 6000, 8080])],
            sourceLabels: [0.2, () => ({ app: 'client' })],
            sourceNamespace: [0.1, () => 'client'],
            destinationSubnets: [0.1, () => ['10.0.0.0/8']],
          }),
        ],
      ],
    }),
    route: r.chance(0.5)
      ? [{ destination: destination(r, world) }]
      : [
          { destination: destination(r, world), weight: 30 },
          { destination: destination(r, world), weight: 70 },
        ],
  };
}

/** A VirtualService without hosts, and the rule that leads to it. */
export function delegation(r, i, world, root) {
  const namespace = r.chance(0.7) ? root.metadata.namespace : r.pick(NAMESPACES);
  const delegate = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: metadata(r, `delegate-${i}`, namespace),
    spec: {
      http: r.times(1, 2, (n) => httpRule(r, `d${n}`, world, [], true)),
      ...r.parts({ exportTo: [0.15, () => ['.']] }),
    },
  };
  const rule = {
    ...r.parts({
      name: [0.6, () => 'root'],
      match: [0.7, () => [match(r, [])]],
      timeout: [0.2, () => '3s'],
      headers: [0.1, () => headers(r)],
    }),
    delegate: { name: delegate.metadata.name, namespace },
  };
  root.spec.http.splice(r.integer(0, root.spec.http.length), 0, rule);
  return delegate;
}
