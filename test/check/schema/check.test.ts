import { readText } from '../../../lib/manifest/read';
import { checkSchema } from '../../../lib/check/schema/check';
import { check, said, virtualService } from './objects';

const ROUTE = { route: [{ destination: { host: 'reviews' } }] };

describe('checkSchema', () => {
  it('finds nothing in an object that the API server takes', () => {
    expect(check(virtualService({ hosts: ['reviews'], http: [ROUTE] }))).toMatchObject({
      isJudged: true,
      findings: [],
    });
  });

  it('says what is wrong, where, why, and what to do', () => {
    const text = [
      '# a comment',
      'apiVersion: networking.istio.io/v1',
      'kind: VirtualService',
      'metadata: {name: reviews, namespace: shop}',
      'spec:',
      '  hosts: [reviews]',
      '  http:',
      '    - timeout: 0s',
      '      route: [{destination: {host: reviews}}]',
    ].join('\n');
    const [document] = readText(text, 'mesh.yaml').documents;
    const { findings } = checkSchema(document!);
    expect(findings).toEqual([
      {
        id: 'schema-rule',
        title: 'A rule of the API is broken',
        severity: 'error',
        message: 'spec.http[0].timeout must obey: must be a valid duration greater than 1ms, got "0s"',
        why: 'The API server refuses the object: nothing of it reaches the cluster.',
        fix: 'Do what the rule asks for: must be a valid duration greater than 1ms.',
        object: {
          apiVersion: 'networking.istio.io/v1',
          kind: 'VirtualService',
          namespace: 'shop',
          name: 'reviews',
        },
        path: ['spec', 'http', 0, 'timeout'],
        source: { file: 'mesh.yaml', line: 8, column: expect.any(Number) },
        links: [expect.stringContaining('https://kubernetes.io/')],
        upstream: [],
      },
    ]);
    expect(Object.isFrozen(findings[0])).toBe(true);
  });

  it('knows what was meant by an unknown field', () => {
    const [finding] = check(
      virtualService({ hosts: ['a'], http: [{ ...ROUTE, per_try_timeout: '1s', timout: '1s' }] }),
    ).findings.slice(-1);
    expect(finding).toMatchObject({
      id: 'schema-unknown-field',
      message:
        'spec.http[0].timout must not be there, got a field that the API does not have; did you mean timeout?',
      fix: 'Write timeout instead of timout.',
    });
  });

  it.each([
    [{ hosts: 'reviews' }, 'Write a list: ["reviews"].'],
    [{ hosts: [8080] }, 'Write "8080", with quotes.'],
    [{ hosts: ['a'], http: [{ ...ROUTE, timeout: 5 }] }, 'Write a duration with its unit: 5s for seconds.'],
    [
      { hosts: ['a'], http: [{ ...ROUTE, timeout: true }] },
      'Write a value of the right type; texts that look like numbers or booleans need quotes.',
    ],
    [{ hosts: ['a'], http: [{ ...ROUTE, match: [{ port: '80' }] }] }, 'Write 80, without quotes.'],
    [
      { hosts: ['a'], http: [{ redirect: { redirectPort: 'from_protocol' } }] },
      'Remove the field, or correct its name.',
    ],
    [
      { hosts: ['a'], http: [{ redirect: { derivePort: 'From_Request_Port' } }] },
      'Write "FROM_REQUEST_PORT".',
    ],
  ])('knows what to write instead in %j', (spec, fix) => {
    expect(check(virtualService(spec)).findings[0]).toMatchObject({ fix });
  });

  it('says which formats an address may have', () => {
    const gateway = {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: 'a' },
      spec: {
        gatewayClassName: 'a',
        listeners: [{ name: 'a', port: 80, protocol: 'HTTP' }],
        addresses: [{ value: '1.2.3' }],
      },
    };
    expect(check(gateway).findings.map(({ message }) => message)).toEqual([
      'spec.addresses[0] must match exactly one of 2 alternatives, got {"value":"1.2.3","type":"IPAddress"}, which matches none',
      'spec.addresses[0].value must have the format ipv4 or ipv6, got "1.2.3"',
    ]);
  });

  it('names the alternatives that exclude each other', () => {
    const match = [{ uri: { exact: '/a', prefix: '/b' } }];
    expect(check(virtualService({ hosts: ['a'], http: [{ ...ROUTE, match }] })).findings[0]).toMatchObject({
      id: 'schema-alternatives',
      message: 'spec.http[0].match[0].uri must have only one of exact, prefix, regex, got exact and prefix',
    });
  });

  it('computes no rule while something else is wrong that the API server stops at', () => {
    const http = [{ ...ROUTE, timeout: '0s' }];
    expect(said(virtualService({ hosts: 'reviews', http }))).toEqual(['schema-type spec.hosts']);
    expect(said(virtualService({ hosts: ['reviews'], http }))).toEqual(['schema-rule spec.http.0.timeout']);
  });

  it('does not judge what it has no CRD for, and says so', () => {
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a' }, spec: { ports: 'none' } };
    expect(check(service)).toEqual({ isJudged: false, findings: [], admitted: service });
  });

  it('judges older versions by their own schemas', () => {
    const route = (kind: string, spec: object) => ({
      apiVersion: 'gateway.networking.k8s.io/v1alpha2',
      kind,
      metadata: { name: 'a' },
      spec,
    });
    const rule = { backendRefs: [{ name: 'db', port: 5432 }] };
    const both = { rules: [rule, rule] };
    const experimental = { gatewayChannel: 'experimental' as const };
    for (const kind of ['TCPRoute', 'UDPRoute', 'TLSRoute']) {
      expect(said(route(kind, both))).toEqual(['schema-version apiVersion']);
      expect(said(route(kind, both), experimental)).toEqual(['schema-deprecated-version apiVersion']);
      expect(said(route(kind, { rules: [] }), experimental)).toContain('schema-too-few spec.rules');
    }
    const newest = { ...route('TCPRoute', both), apiVersion: 'gateway.networking.k8s.io/v1' };
    expect(said(newest, experimental)).toEqual(['schema-too-many spec.rules']);
  });

  it('names the versions that are served', () => {
    const object = { ...virtualService({}), apiVersion: 'networking.istio.io/v2' };
    expect(check(object).findings).toMatchObject([
      {
        id: 'schema-version',
        path: ['apiVersion'],
        message:
          'apiVersion of a VirtualService must be one that the cluster serves (networking.istio.io/v1, ' +
          'networking.istio.io/v1beta1, networking.istio.io/v1alpha3), got networking.istio.io/v2',
      },
    ]);
    expect(said({ ...object, kind: '../istio/gateway' })).toEqual(['schema-version apiVersion']);
    expect(said({ ...object, kind: 'virtualservice' })).toEqual(['schema-version apiVersion']);
    expect(said({ ...object, apiVersion: 'networking.istio.io/v1beta1' })).toEqual([]);
  });

  it('asks the channel of the cluster', () => {
    const route = {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'a' },
      spec: { rules: [{ retry: { attempts: 1 } }] },
    };
    expect(said(route)).toEqual(['schema-unknown-field spec.rules.0.retry']);
    expect(check(route).findings[0]).toMatchObject({
      message:
        'spec.rules[0].retry must not be there, got a field that the API does not have; ' +
        'the experimental channel of the Gateway API has it',
      fix: 'Install the experimental channel, and check with it; or remove the field, or correct its name.',
    });
    expect(said(route, { gatewayChannel: 'experimental' })).toEqual([]);
  });

  it('warns of versions that go', () => {
    const spec = { hostnames: ['a.com'], rules: [{ backendRefs: [{ name: 'a', port: 80 }] }] };
    const route = {
      apiVersion: 'gateway.networking.k8s.io/v1alpha3',
      kind: 'TLSRoute',
      metadata: { name: 'a' },
      spec,
    };
    expect(said(route)).toEqual(['schema-version apiVersion']);
    expect(check(route, { gatewayChannel: 'experimental' }).findings).toMatchObject([
      { id: 'schema-deprecated-version', severity: 'warning', fix: 'Use gateway.networking.k8s.io/v1.' },
    ]);
  });
});

describe('the admitted object', () => {
  it('has no unknown fields, no nulls and no status, but defaults and a namespace', () => {
    const object = {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'a' },
      spec: { foo: 1, hostnames: null, parentRefs: [{ name: 'b' }], rules: [{}] },
      status: { parents: [] },
    };
    const before = structuredClone(object);
    expect(check(object).admitted).toEqual({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'a', namespace: 'default' },
      spec: {
        parentRefs: [{ name: 'b', group: 'gateway.networking.k8s.io', kind: 'Gateway' }],
        rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }] }],
      },
    });
    expect(object).toEqual(before);
  });

  it('has no namespace if the kind has none', () => {
    const object = {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'GatewayClass',
      metadata: { name: 'a', namespace: 'b' },
      spec: { controllerName: 'a.com/b' },
    };
    expect(check(object)).toMatchObject({ findings: [], admitted: { metadata: { name: 'a' } } });
    expect(check(object).admitted.metadata).not.toHaveProperty('namespace');
  });
});
