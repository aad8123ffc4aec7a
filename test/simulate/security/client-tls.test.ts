import {
  clientTransport,
  endpointTlsMode,
  endpointTransport,
  tlsSettings,
  type ClientTls,
} from '../../../lib/simulate/security/client-tls';

const HOST = 'reviews.shop.svc.cluster.local';
const client = (rest: Partial<ClientTls> = {}): ClientTls => ({
  host: HOST,
  port: 9080,
  isExternal: false,
  goesWhereDialled: false,
  sidecars: [true],
  namespaceMode: 'PERMISSIVE',
  autoMtls: true,
  isWithoutCredentials: true,
  ...rest,
});
const SNI = `outbound_.9080_._.${HOST}`;

describe('without tls in a DestinationRule', () => {
  it.each<[string, Partial<ClientTls>, object]>([
    ['each endpoint decides', {}, { kind: 'per-endpoint', sni: SNI }],
    ['not if the mesh turns it off', { autoMtls: false }, { kind: 'plaintext' }],
    ['not outside the mesh', { isExternal: true }, { kind: 'plaintext' }],
    ['not if the namespace disables it', { namespaceMode: 'DISABLE' }, { kind: 'plaintext' }],
    ['STRICT is no reason for more', { namespaceMode: 'STRICT' }, { kind: 'per-endpoint', sni: SNI }],
    [
      'all have sidecars',
      { goesWhereDialled: true, sidecars: [true, true] },
      { kind: 'mutual-tls', sni: SNI },
    ],
    ['one has none', { goesWhereDialled: true, sidecars: [true, false] }, { kind: 'plaintext' }],
    ['there is nobody', { goesWhereDialled: true, sidecars: [] }, { kind: 'plaintext' }],
    ['a subset', { subset: 'v1' }, { kind: 'per-endpoint', sni: `outbound_.9080_.v1_.${HOST}` }],
  ])('%s', (_, rest, transport) => {
    expect(clientTransport(client(rest))).toEqual(transport);
  });
});

describe('with tls in a DestinationRule', () => {
  it.each<[string, object, Partial<ClientTls>, object]>([
    ['DISABLE', { mode: 'DISABLE' }, {}, { kind: 'plaintext' }],
    ['no mode', {}, {}, { kind: 'plaintext' }],
    [
      'ISTIO_MUTUAL',
      { mode: 'ISTIO_MUTUAL' },
      { autoMtls: false, isExternal: true },
      { kind: 'mutual-tls', sni: SNI },
    ],
    ['its own server name', { mode: 'ISTIO_MUTUAL', sni: 'a.b' }, {}, { kind: 'mutual-tls', sni: 'a.b' }],
    ['SIMPLE', { mode: 'SIMPLE' }, {}, { kind: 'tls' }],
    ['SIMPLE with a name', { mode: 'SIMPLE', sni: 'a.b' }, {}, { kind: 'tls', sni: 'a.b' }],
    ['a secret, for all sidecars', { mode: 'MUTUAL', credentialName: 's' }, {}, { kind: 'plaintext' }],
    [
      'a secret, for some',
      { mode: 'MUTUAL', credentialName: 's' },
      { isWithoutCredentials: false },
      { kind: 'tls' },
    ],
    ['a ConfigMap', { mode: 'SIMPLE', credentialName: 'configmap://c' }, {}, { kind: 'tls' }],
  ])('%s', (_, tls, rest, transport) => {
    expect(clientTransport(client({ tls: tls as ClientTls['tls'], ...rest }))).toEqual(transport);
  });
});

describe('an endpoint', () => {
  const perEndpoint = { kind: 'per-endpoint', sni: SNI } as const;
  it.each([
    ['with a sidecar', { hasSidecar: true, mode: 'STRICT' }, 'mutual-tls'],
    ['without one, which cannot be strict', { hasSidecar: false, mode: 'STRICT' }, 'plaintext'],
    ['that disables it', { hasSidecar: true, mode: 'DISABLE' }, 'plaintext'],
    [
      'marked by a DestinationRule',
      { hasSidecar: true, mode: 'DISABLE', told: 'ISTIO_MUTUAL' },
      'mutual-tls',
    ],
    [
      'without a sidecar to mark',
      { hasSidecar: false, mode: 'PERMISSIVE', told: 'ISTIO_MUTUAL' },
      'plaintext',
    ],
    ['unmarked by one', { hasSidecar: true, mode: 'STRICT', told: 'DISABLE' }, 'plaintext'],
  ] as const)('%s', (_, endpoint, kind) => {
    expect(endpointTransport(perEndpoint, endpoint).kind).toBe(kind);
  });

  it('has no say where the DestinationRule has', () => {
    const endpoint = { hasSidecar: false, mode: 'DISABLE' } as const;
    expect(endpointTransport({ kind: 'mutual-tls', sni: 's' }, endpoint)).toEqual({
      kind: 'mutual-tls',
      sni: 's',
    });
  });
});

describe('the settings of a DestinationRule', () => {
  const tls = (mode: string) => ({ tls: { mode } });
  const port = (number: number, settings: object) => ({ port: { number }, ...settings });
  it.each<[string, object, string | undefined, string | undefined, string | undefined]>([
    ['none', {}, undefined, undefined, undefined],
    ['of the rule', { trafficPolicy: tls('SIMPLE') }, undefined, 'SIMPLE', 'SIMPLE'],
    [
      'of its port',
      { trafficPolicy: { ...tls('SIMPLE'), portLevelSettings: [port(80, tls('DISABLE'))] } },
      undefined,
      'DISABLE',
      'DISABLE',
    ],
    [
      'of another port',
      { trafficPolicy: { ...tls('SIMPLE'), portLevelSettings: [port(81, tls('DISABLE'))] } },
      undefined,
      'SIMPLE',
      'SIMPLE',
    ],
    [
      'of its port, which says something else: nothing is inherited, but endpoints are marked all the same',
      { trafficPolicy: { ...tls('ISTIO_MUTUAL'), portLevelSettings: [port(80, { loadBalancer: {} })] } },
      undefined,
      undefined,
      'ISTIO_MUTUAL',
    ],
    [
      'of the subset',
      { trafficPolicy: tls('SIMPLE'), subsets: [{ name: 'v1', trafficPolicy: tls('DISABLE') }] },
      'v1',
      'DISABLE',
      'DISABLE',
    ],
    [
      'of the rule, if the subset says something else',
      { trafficPolicy: tls('SIMPLE'), subsets: [{ name: 'v1', trafficPolicy: { loadBalancer: {} } }] },
      'v1',
      'SIMPLE',
      'SIMPLE',
    ],
    [
      'of the subset, above the port of the rule',
      {
        trafficPolicy: { portLevelSettings: [port(80, tls('SIMPLE'))] },
        subsets: [{ name: 'v1', trafficPolicy: tls('DISABLE') }],
      },
      'v1',
      'DISABLE',
      'DISABLE',
    ],
    [
      "of the subset's port, where nothing is nothing",
      {
        trafficPolicy: tls('SIMPLE'),
        subsets: [{ name: 'v1', trafficPolicy: { portLevelSettings: [port(80, { loadBalancer: {} })] } }],
      },
      'v1',
      undefined,
      'SIMPLE',
    ],
  ])('%s', (_, spec, subset, mode, marked) => {
    expect(tlsSettings(spec as ClientTls['tls'] & object, 80, subset)?.mode).toBe(mode);
    expect(endpointTlsMode(spec as ClientTls['tls'] & object, 80, subset)).toBe(marked);
  });
});
