import fc from 'fast-check';
import { FORMATS, render, review } from '../../lib/review';
import { SHOP } from './support/objects';

const KINDS = [
  ['v1', 'Service'],
  ['v1', 'Namespace'],
  ['apps/v1', 'Deployment'],
  ['networking.istio.io/v1', 'VirtualService'],
  ['networking.istio.io/v1', 'DestinationRule'],
  ['networking.istio.io/v1', 'Gateway'],
  ['networking.istio.io/v1', 'ServiceEntry'],
  ['networking.istio.io/v1', 'Sidecar'],
  ['security.istio.io/v1', 'PeerAuthentication'],
  ['security.istio.io/v1', 'AuthorizationPolicy'],
  ['gateway.networking.k8s.io/v1', 'Gateway'],
  ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
] as const;

const names = fc.constantFrom(
  ...[
    'hosts',
    'http',
    'route',
    'match',
    'uri',
    'exact',
    'prefix',
    'regex',
    'headers',
    'destination',
    'host',
    'subset',
  ],
  ...[
    'subsets',
    'name',
    'labels',
    'selector',
    'servers',
    'port',
    'number',
    'protocol',
    'rules',
    'to',
    'operation',
    'paths',
  ],
  ...[
    'when',
    'key',
    'values',
    'mtls',
    'mode',
    'portLevelMtls',
    'trafficPolicy',
    'outlierDetection',
    'ports',
    'gateways',
  ],
);
const leaves = fc.oneof(
  fc.constantFrom<unknown>(
    'reviews',
    '*',
    '*.example.com',
    '',
    ' /',
    'a b',
    '(',
    'STRICT',
    'edge',
    'mesh',
    80,
    -1,
    null,
    true,
  ),
  fc.string({ maxLength: 5 }),
);
const { node: specs } = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, depthSize: 'small' },
    leaves,
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(names, tie('node'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

const objects = fc
  .tuple(fc.constantFrom(...KINDS), fc.constantFrom('reviews', 'edge', 'default'), specs)
  .map(([[apiVersion, kind], name, spec]) => ({
    apiVersion,
    kind,
    metadata: { name, namespace: 'shop' },
    spec,
  }));

it('says something about any objects', () => {
  fc.assert(
    fc.property(fc.array(objects, { maxLength: 6 }), (things) => {
      for (const format of FORMATS) render(review([...SHOP, ...things]), format);
      render(review(SHOP, [...SHOP, ...things]), 'text');
      render(review(things, SHOP), 'markdown');
    }),
    { numRuns: Number(process.env.RUNS ?? 100) },
  );
});
