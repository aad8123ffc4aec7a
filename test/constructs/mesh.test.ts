import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import * as mesh from '../../lib';
import { chartOf, refusal, reviewsIn, the, written } from '../support/synth';

const split = (chart: Chart, service: mesh.MeshHost) =>
  new mesh.TrafficSplit(chart, 'split', { service, shares: { v1: mesh.Percent.of(100) } });

describe('Mesh', () => {
  it('decides how services are called', () => {
    const chart = chartOf();
    split(chart, reviewsIn(chart));
    new mesh.Mesh(chart, 'mesh', { hostNames: mesh.HostNames.SHORT });
    expect(the(chart, 'VirtualService').spec).toMatchObject({
      hosts: ['reviews'],
      http: [{ route: [{ destination: { host: 'reviews' } }] }],
    });
  });

  it('calls a service of another namespace by its full name in any case', () => {
    const chart = chartOf();
    new mesh.Mesh(chart, 'mesh', { hostNames: mesh.HostNames.SHORT, clusterDomain: 'corp.internal' });
    const toService = mesh.MeshService.fromName(chart, 'audit', {
      name: 'audit',
      namespace: 'ops',
      ports: [mesh.MeshPort.http(9080)],
    });
    new mesh.Mirror(chart, 'shadow', { service: reviewsIn(chart), toService, share: mesh.Percent.of(1) });
    expect(the(chart, 'VirtualService').spec.http[0].mirror.host).toBe('audit.ops.svc.corp.internal');
  });

  it('holds below the nearest scope that has one', () => {
    const app = new App();
    new mesh.Mesh(app, 'mesh', { dialect: mesh.Dialect.GATEWAY_API });
    const [one, two] = ['one', 'two'].map((id) => new Chart(app, id, { namespace: id })) as [Chart, Chart];
    new mesh.Mesh(one, 'mesh');
    for (const [chart, namespace] of [
      [one, 'a'],
      [two, 'b'],
    ] as const) {
      const ports = [mesh.MeshPort.http(80)];
      split(
        chart,
        mesh.MeshService.fromName(chart, 'web', { name: 'web', namespace, ports, versions: { v1: {} } }),
      );
    }
    expect(written(one).map(({ kind }) => kind)).toEqual(['DestinationRule', 'VirtualService']);
    expect(written(two).map(({ kind }) => kind)).toEqual(['HTTPRoute']);
  });

  it('is one for each scope', () => {
    const chart = chartOf();
    new mesh.Mesh(chart, 'mesh');
    expect(() => new mesh.Mesh(chart, 'other')).toThrow(
      'the Mesh of chart must be the only one there, got "a second one beside chart/mesh"',
    );
  });

  it('tells clusters apart', () => {
    const app = new App();
    const charts = ['dev', 'prod'].map((cluster) => {
      const chart = new Chart(app, cluster, { namespace: 'shop' });
      new mesh.Mesh(chart, 'mesh', { cluster });
      new mesh.MeshNamespace(chart, 'shop');
      new mesh.ExternalService(chart, 'api', { host: 'api.example.com', ports: [mesh.MeshPort.http(80)] });
      const share = mesh.Percent.of(cluster === 'dev' ? 50 : 1);
      new mesh.CanaryRoute(chart, 'canary', { service: reviewsIn(chart), stable: 'v1', canary: 'v2', share });
      return chart;
    });
    const weights = charts.map(
      (chart) => the(chart, 'VirtualService').spec.http[0].route[1].weight as number,
    );
    expect(weights).toEqual([50, 1]);
  });

  it('does not let one cluster speak of another', () => {
    const app = new App();
    const [dev, prod] = ['dev', 'prod'].map((cluster) => {
      const chart = new Chart(app, cluster);
      new mesh.Mesh(chart, 'mesh', { cluster });
      return chart;
    }) as [Chart, Chart];
    split(prod, reviewsIn(dev));
    expect(refusal(prod)).toEqual([
      '[prod/split] shop/reviews must be in the cluster of prod/split, got one of another cluster; refer to it below the same Mesh, with MeshService.fromName for example',
    ]);
  });

  it('has to be in a chart where it writes something', () => {
    const app = new App();
    new mesh.Mesh(app, 'mesh', { mutualTls: mesh.MutualTls.STRICT });
    expect(() => app.synthYaml()).toThrow(
      '[mesh] mesh must be in a Chart, got none above it; its PeerAuthentication is written there',
    );
  });

  it('sets mTLS for the whole mesh', () => {
    const chart = chartOf();
    new mesh.Mesh(chart, 'mesh', { mutualTls: mesh.MutualTls.STRICT, rootNamespace: 'istio-config' });
    expect(the(chart, 'PeerAuthentication')).toMatchObject({
      metadata: { name: 'default', namespace: 'istio-config' },
      spec: { mtls: { mode: 'STRICT' } },
    });
  });
});

describe('MeshNamespace', () => {
  it.each([
    [mesh.DataPlane.SIDECAR, { 'istio-injection': 'enabled' }],
    [mesh.DataPlane.revision('stable'), { 'istio.io/rev': 'stable' }],
    [mesh.DataPlane.AMBIENT, { 'istio.io/dataplane-mode': 'ambient' }],
    [
      mesh.DataPlane.ambientWithWaypoint(),
      { 'istio.io/dataplane-mode': 'ambient', 'istio.io/use-waypoint': 'waypoint' },
    ],
    [
      mesh.DataPlane.ambientWithWaypoint({ name: 'shared', namespace: 'infra' }),
      {
        'istio.io/dataplane-mode': 'ambient',
        'istio.io/use-waypoint': 'shared',
        'istio.io/use-waypoint-namespace': 'infra',
      },
    ],
  ])('enrols its pods by labels', (dataPlane, labels) => {
    const chart = chartOf();
    new mesh.MeshNamespace(chart, 'shop', { dataPlane, labels: { team: 'a' } });
    expect(the(chart, 'Namespace').metadata).toEqual({ name: 'shop', labels: { team: 'a', ...labels } });
  });

  it('makes a waypoint, unless it is elsewhere', () => {
    const chart = chartOf();
    new mesh.MeshNamespace(chart, 'own', { dataPlane: mesh.DataPlane.ambientWithWaypoint() });
    new mesh.MeshNamespace(chart, 'guest', {
      dataPlane: mesh.DataPlane.ambientWithWaypoint({ namespace: 'own' }),
    });
    expect(the(chart, 'Gateway')).toEqual({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: 'waypoint', namespace: 'own', labels: { 'istio.io/waypoint-for': 'service' } },
      spec: {
        gatewayClassName: 'istio-waypoint',
        listeners: [{ name: 'mesh', port: 15008, protocol: 'HBONE' }],
      },
    });
  });

  it('adopts a Namespace of the app', () => {
    const chart = chartOf();
    const adopt = new kplus.Namespace(chart, 'namespace', { metadata: { name: 'legacy' } });
    const namespace = new mesh.MeshNamespace(chart, 'shop', { adopt, mutualTls: mesh.MutualTls.PERMISSIVE });
    expect(namespace.name).toBe('legacy');
    expect(the(chart, 'Namespace').metadata.labels).toEqual({ 'istio-injection': 'enabled' });
    expect(the(chart, 'PeerAuthentication').metadata.namespace).toBe('legacy');
  });

  it('writes nothing for a namespace that is made elsewhere', () => {
    const chart = chartOf();
    mesh.MeshNamespace.fromName(chart, 'shop', {
      name: 'shop',
      dataPlane: mesh.DataPlane.ambientWithWaypoint(),
    });
    expect(written(chart)).toEqual([]);
  });

  it('comes before all that is in it', () => {
    const chart = chartOf();
    new kplus.Deployment(chart, 'web', { containers: [{ image: 'image' }] });
    new mesh.MeshNamespace(chart, 'shop');
    expect(written(chart).map(({ kind }) => kind)).toEqual(['Namespace', 'Deployment']);
  });

  it('is made once', () => {
    const chart = chartOf();
    new mesh.MeshNamespace(chart, 'shop');
    new mesh.MeshNamespace(chart, 'again', { name: 'shop' });
    expect(refusal(chart)).toEqual([
      '[chart/again] the namespace shop must be made once, got chart/again and chart/shop; use the first one, or fromName',
    ]);
  });

  it('refuses policy about requests where nothing would apply it', () => {
    const chart = chartOf();
    new mesh.MeshNamespace(chart, 'shop', { dataPlane: mesh.DataPlane.AMBIENT });
    split(chart, reviewsIn(chart));
    expect(refusal(chart)).toEqual([
      '[chart/split] the namespace shop of shop/reviews must have a waypoint, got ambient mode without one (chart/shop); policy about requests would do nothing: use DataPlane.ambientWithWaypoint()',
    ]);
  });
});
