import * as mesh from '../../lib';
import { readApp } from '../../lib/manifest/app';
import { chartOf, reviewsIn } from '../support/synth';

it('objects say which constructs have a say in them', () => {
  const chart = chartOf();
  const service = reviewsIn(chart);
  const share = mesh.Percent.of(10);
  new mesh.CanaryRoute(chart, 'canary', { service, stable: 'v1', canary: 'v2', share });
  new mesh.Mirror(chart, 'shadow', { service, to: 'v3', share });
  new mesh.CircuitBreaker(chart, 'guard', { service, maxConnections: 1 });
  const gateway = new mesh.IngressGateway(chart, 'edge');
  new mesh.Expose(chart, 'web', { gateway, routes: [{ service }] });
  const { documents } = readApp(chart);
  const constructs = documents.map(({ object, origin }) => [
    object.kind,
    object.metadata.name,
    origin.construct,
  ]);
  expect(constructs).toEqual([
    ['Gateway', 'edge', 'chart/edge, chart/web'],
    ['DestinationRule', 'reviews', 'chart/guard'],
    ['VirtualService', 'edge-any', 'chart/edge, chart/web'],
    ['VirtualService', 'reviews', 'chart/canary, chart/shadow'],
  ]);
});
