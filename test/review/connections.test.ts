import { review } from '../../lib/review';
import { deployment, istio, namespace, service, subsets, type Thing } from './support/objects';

const HOST = 'echo.shop.svc.cluster.local';
const route = (subset: string) => [{ destination: { host: HOST, subset, port: { number: 9000 } } }];

/** As a port is called, and where its connections with TLS go, and those without. */
const things = (port: string, tls: string, tcp: string): readonly Thing[] => [
  namespace('shop'),
  service('echo', 9000, { app: 'echo' }, 'shop', port),
  deployment('echo', 'v1'),
  deployment('echo', 'v2'),
  istio('DestinationRule', 'echo', { host: HOST, subsets: subsets('v1', 'v2') }),
  istio('VirtualService', 'echo', {
    hosts: [HOST],
    tls: [{ match: [{ port: 9000, sniHosts: [HOST] }], route: route(tls) }],
    tcp: [{ match: [{ port: 9000 }], route: route(tcp) }],
  }),
];

/** Connections with TLS may go another way than those without: what is said of one is not said of the other. */
describe('changes of connections', () => {
  const changes = (before: readonly Thing[], after: readonly Thing[]) =>
    review(before, after).hosts.flatMap(({ views }) =>
      views.flatMap(({ classes }) =>
        classes.map(({ connections, after: { ends } }) => [
          connections,
          ends.map((end) => (end.kind === 'delivery' ? end.to : end.kind)).join(),
        ]),
      ),
    );

  it.each([
    ['those with TLS alone', things('tls', 'v1', 'v1'), things('tls', 'v2', 'v1'), [['tls', 'echo v2']]],
    ['nothing that no rule is for', things('tls', 'v1', 'v1'), things('tls', 'v1', 'v2'), []],
    ['both alike, as one', things('tcp', 'v1', 'v1'), things('tcp', 'v1', 'v2'), [['all', 'echo v2']]],
    [
      'both, in different ways',
      things('tcp', 'v1', 'v2'),
      things('tls', 'v1', 'v2'),
      [
        ['plain', 'the address that was dialled'],
        ['tls', 'echo v1'],
      ],
    ],
  ])('are told of %s', (_, before, after, told) => {
    expect(changes(before, after)).toEqual(told);
  });
});
