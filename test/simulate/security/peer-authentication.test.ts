import { DEFAULT_SECURITY_MESH } from '../../../lib/simulate/security/facts';
import {
  namespaceMode,
  peerAuthentication,
  readPeerAuthentications,
} from '../../../lib/simulate/security/peer-authentication';
import { receive, receiveWithoutSidecar, type Reception } from '../../../lib/simulate/security/reception';
import { policy, workload } from './objects';

const mtls = (mode?: string) => (mode === undefined ? {} : { mtls: { mode } });
const inMesh = (mode?: string) => policy('PeerAuthentication', 'istio-system/mesh', mtls(mode));
const inNamespace = (mode?: string, name = 'default') => policy('PeerAuthentication', name, mtls(mode));
const ofReviews = (mode?: string, ports: Record<string, string> = {}, name = 'reviews') =>
  policy('PeerAuthentication', name, {
    selector: { matchLabels: { app: 'reviews' } },
    ...mtls(mode),
    portLevelMtls: Object.fromEntries(
      Object.entries(ports).map(([port, portMode]) => [port, { mode: portMode }]),
    ),
  });

describe('the mode of a port', () => {
  it.each([
    ['nobody says anything', [], 'PERMISSIVE'],
    ['the mesh', [inMesh('STRICT')], 'STRICT'],
    ['the namespace before the mesh', [inMesh('STRICT'), inNamespace('DISABLE')], 'DISABLE'],
    ['UNSET leaves it to the mesh', [inMesh('STRICT'), inNamespace('UNSET')], 'STRICT'],
    ['so does nothing at all', [inMesh('STRICT'), inNamespace()], 'STRICT'],
    ['UNSET everywhere', [inMesh('UNSET'), inNamespace('UNSET')], 'PERMISSIVE'],
    ['the workload before the namespace', [inNamespace('STRICT'), ofReviews('PERMISSIVE')], 'PERMISSIVE'],
    ['the port before the workload', [ofReviews('STRICT', { 9080: 'DISABLE' })], 'DISABLE'],
    ['another port', [ofReviews('STRICT', { 80: 'DISABLE' })], 'STRICT'],
    ['UNSET of a port', [inNamespace('STRICT'), ofReviews('UNSET', { 9080: 'UNSET' })], 'STRICT'],
    ['the oldest of a scope', [inNamespace('STRICT', 'a'), inNamespace('DISABLE', 'b')], 'STRICT'],
    ['also if it says nothing', [inNamespace(undefined, 'a'), inNamespace('DISABLE', 'b')], 'PERMISSIVE'],
    ['the oldest for a workload', [ofReviews('DISABLE', {}, 'a'), ofReviews('STRICT', {}, 'b')], 'DISABLE'],
    [
      'a selector in the root namespace counts for nothing',
      [
        policy('PeerAuthentication', 'istio-system/x', {
          selector: { matchLabels: { app: 'reviews' } },
          ...mtls('STRICT'),
        }),
      ],
      'PERMISSIVE',
    ],
    ['another namespace', [policy('PeerAuthentication', 'other/x', mtls('STRICT'))], 'PERMISSIVE'],
  ])('%s', (_, policies, mode) => {
    const found = peerAuthentication(
      readPeerAuthentications(policies),
      workload(),
      9080,
      DEFAULT_SECURITY_MESH,
    );
    expect(found.mode).toBe(mode);
  });

  it('names who says so', () => {
    const policies = readPeerAuthentications([inMesh('STRICT'), ofReviews('UNSET', { 9080: 'DISABLE' })]);
    expect(peerAuthentication(policies, workload(), 9080, DEFAULT_SECURITY_MESH).steps).toEqual([
      {
        stage: 'security',
        verdict: 'chosen',
        text: 'PeerAuthentication shop/reviews says DISABLE for port 9080',
        object: { kind: 'PeerAuthentication', namespace: 'shop', name: 'reviews' },
        steps: [],
      },
    ]);
  });

  it('is not what clients go by: they know namespaces only', () => {
    const policies = readPeerAuthentications([inMesh('STRICT'), inNamespace('UNSET'), ofReviews('DISABLE')]);
    expect(namespaceMode(policies, 'shop', DEFAULT_SECURITY_MESH)).toBe('STRICT');
    expect(namespaceMode(readPeerAuthentications([]), 'shop', DEFAULT_SECURITY_MESH)).toBe('PERMISSIVE');
  });
});

/** What a connection becomes, in a word: refused with a flag, or how it is read and whether the client is known. */
function inAWord(reception: Reception): string {
  return reception.isAccepted
    ? `${reception.reads}${reception.isAuthenticated ? ' of a known client' : ''}`
    : reception.flag;
}

describe('a connection', () => {
  // Measured: istiod's inbound listener in a real Envoy, with clients that speak each of these.
  it.each([
    ['STRICT', 'plaintext', 'http', 'http', 'UC'],
    ['STRICT', 'plaintext', 'auto', 'tcp', 'UC'],
    ['STRICT', 'tls', 'http', 'http', 'UC'],
    ['STRICT', 'mutual-tls', 'http', 'http', 'http of a known client'],
    ['STRICT', 'mutual-tls', 'tcp', 'tcp', 'tcp of a known client'],
    ['PERMISSIVE', 'plaintext', 'http', 'http', 'http'],
    ['PERMISSIVE', 'mutual-tls', 'http', 'http', 'http of a known client'],
    ['PERMISSIVE', 'mutual-tls', 'auto', 'http', 'http of a known client'],
    ['PERMISSIVE', 'mutual-tls', 'tcp', 'http', 'tcp of a known client'],
    ['PERMISSIVE', 'tls', 'http', 'http', 'UF'],
    ['PERMISSIVE', 'tls', 'auto', 'http', 'tcp'],
    ['DISABLE', 'plaintext', 'http', 'http', 'http'],
    ['DISABLE', 'mutual-tls', 'http', 'http', 'UF'],
    ['DISABLE', 'tls', 'http', 'http', 'UF'],
    ['DISABLE', 'mutual-tls', 'auto', 'http', 'tcp'],
    ['DISABLE', 'mutual-tls', 'tcp', 'tcp', 'tcp'],
    ['PERMISSIVE', 'plaintext', 'http', 'tcp', 'UC'],
  ] as const)('%s takes %s on a port for %s with %s as: %5$s', (mode, spoken, port, payload, word) => {
    expect(inAWord(receive(mode, spoken, port, payload))).toBe(word);
  });

  it.each([
    ['plaintext', 'http'],
    ['tls', 'tcp'],
    ['mutual-tls', 'UF'],
  ] as const)('without a sidecar %s is: %s', (spoken, word) => {
    expect(inAWord(receiveWithoutSidecar(spoken, 'http'))).toBe(word);
  });
});
