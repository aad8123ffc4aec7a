import { ApiObject, JsonPatch, type Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  CanaryRoute,
  Dialect,
  Mesh,
  MeshPort,
  MeshReport,
  MeshService,
  Percent,
  PortProtocol,
  TrafficSplit,
} from '../../lib';
import { chartOf, refusal, reviewsIn, the, written } from '../support/synth';

function deployment(chart: Chart, name: string, labels?: Record<string, string>): kplus.Deployment {
  const podMetadata = labels && { labels };
  return new kplus.Deployment(chart, name, {
    metadata: { name },
    podMetadata,
    containers: [{ image: 'image', portNumber: 8080 }],
  });
}

function service(chart: Chart, props: kplus.ServiceProps = {}): kplus.Service {
  return new kplus.Service(chart, 'web', {
    metadata: { name: 'web' },
    ports: [{ port: 80, targetPort: 8080 }],
    ...props,
  });
}

describe('MeshService.of', () => {
  it('makes true what the mesh needs', () => {
    const chart = chartOf();
    const versions = { v1: deployment(chart, 'web-v1'), v2: deployment(chart, 'web-v2') };
    const web = MeshService.of(service(chart), {
      versions,
      ports: [MeshPort.http(80)],
      serviceAccount: 'web',
    });
    new CanaryRoute(chart, 'canary', { service: web, stable: 'v1', canary: 'v2', share: Percent.of(10) });

    expect(the(chart, 'Service').spec).toMatchObject({
      selector: { app: 'web' },
      ports: [{ name: 'http', port: 80, targetPort: 8080 }],
    });
    expect(the(chart, 'Deployment', 'web-v2').spec.template).toMatchObject({
      metadata: { labels: { app: 'web', version: 'v2' } },
      spec: { serviceAccountName: 'web' },
    });
    expect(the(chart, 'DestinationRule').spec.subsets).toEqual([
      { name: 'v1', labels: { version: 'v1' } },
      { name: 'v2', labels: { version: 'v2' } },
    ]);
    const kinds = written(chart).map(({ kind }) => kind);
    expect(kinds).toEqual([
      'ServiceAccount',
      'Deployment',
      'Deployment',
      'Service',
      'DestinationRule',
      'VirtualService',
    ]);
  });

  it('keeps what is there', () => {
    const chart = chartOf();
    const v1 = deployment(chart, 'web-v1', { app: 'frontend', version: '1.0' });
    const web = MeshService.of(service(chart, { ports: [{ port: 80, name: 'http-web' }] }), {
      versions: { v1 },
    });
    new TrafficSplit(chart, 'all', { service: web, shares: { v1: Percent.of(100) } });
    expect(the(chart, 'Service').spec).toMatchObject({
      selector: { app: 'frontend' },
      ports: [{ name: 'http-web' }],
    });
    expect(the(chart, 'DestinationRule').spec.subsets).toEqual([{ name: 'v1', labels: { version: '1.0' } }]);
  });

  it('tells the protocol of a port with another name by its appProtocol', () => {
    const chart = chartOf();
    MeshService.of(service(chart, { ports: [{ port: 80, name: 'web' }] }), {
      ports: [MeshPort.of(80, PortProtocol.HTTP2)],
    });
    expect(the(chart, 'Service').spec.ports).toEqual([
      { name: 'web', port: 80, appProtocol: 'kubernetes.io/h2c' },
    ]);
  });

  it('finds the same object again', () => {
    const web = service(chartOf());
    expect(MeshService.of(web, { ports: [MeshPort.http(80)] })).toBe(MeshService.of(web));
    expect(() => MeshService.of(web, {})).toThrow(
      'the options of chart/web must be given once, got "given again"; leave them away',
    );
  });

  it('refuses a port that does not tell its protocol', () => {
    const chart = chartOf();
    MeshService.of(service(chart));
    expect(refusal(chart)).toEqual([
      '[chart/web/mesh] port 80 of the Service web must tell its protocol, got no name and no appProtocol; without one no rule about requests works: name the port http (or http-...), or pass ports: [MeshPort.http(80)] to MeshService.of',
    ]);
  });

  it('refuses a protocol that contradicts the name', () => {
    const chart = chartOf();
    MeshService.of(service(chart, { ports: [{ port: 80, name: 'tcp' }] }), { ports: [MeshPort.http(80)] });
    expect(refusal(chart)).toEqual([
      '[chart/web/mesh] port 80 of the Service web must speak one protocol, got HTTP from its MeshService and TCP from its name or appProtocol; make them agree',
    ]);
  });

  it('refuses a selector that leaves a version out', () => {
    const chart = chartOf();
    const v1 = deployment(chart, 'web-v1');
    const web = service(chart, { selector: v1 });
    MeshService.of(web, { versions: { v1, v2: deployment(chart, 'web-v2') }, ports: [MeshPort.http(80)] });
    expect(refusal(chart)).toEqual([
      expect.stringMatching(
        /the Service web must select the pods of every version, got cdk8s.io\/metadata.addr=\S+, which leaves out v2 \(chart\/web-v2\)/,
      ),
    ]);
  });

  it('refuses a Service without a namespace', () => {
    expect(() => MeshService.of(service(chartOf({})))).toThrow(
      'the namespace of chart/web must be known, got "none"',
    );
  });

  it('warns of pods without an identity of their own', () => {
    const chart = chartOf();
    MeshService.of(service(chart), {
      versions: { v1: deployment(chart, 'web-v1') },
      ports: [MeshPort.http(80)],
    });
    expect(MeshReport.of(chart).warnings).toEqual([
      {
        constructPaths: ['chart/web/mesh'],
        message:
          'the pods of shop/web (v1) run as the default ServiceAccount of their namespace (chart/web/mesh), an identity that they share with others: pass serviceAccount to MeshService.of',
      },
    ]);
  });

  it('sees what changes until the app is written, and afterwards', () => {
    const chart = chartOf();
    const kube = service(chart, { ports: [{ port: 80, name: 'http' }] });
    const v1 = deployment(chart, 'web-v1');
    const web = MeshService.of(kube, { versions: { v1 } });
    new TrafficSplit(chart, 'all', { service: web, shares: { v1: Percent.of(100) } });
    expect(the(chart, 'VirtualService').spec.http).toHaveLength(1);
    kube.bind(81, { name: 'http-more' });
    expect(the(chart, 'VirtualService').spec.http.map((rule: { match: unknown }) => rule.match)).toEqual([
      [{ port: 80 }],
      [{ port: 81 }],
    ]);
  });

  it('writes a Service for each version where routes need them', () => {
    const chart = chartOf();
    new Mesh(chart, 'mesh', { dialect: Dialect.GATEWAY_API });
    const versions = { v1: deployment(chart, 'web-v1'), v2: deployment(chart, 'web-v2') };
    const web = MeshService.of(service(chart), { versions, ports: [MeshPort.http(80)] });
    new CanaryRoute(chart, 'canary', { service: web, stable: 'v1', canary: 'v2', share: Percent.of(10) });
    expect(the(chart, 'Service', 'web-v2').spec).toEqual({
      selector: { app: 'web', version: 'v2' },
      ports: [{ name: 'http', port: 80, targetPort: 8080 }],
    });
  });
});

describe('services that are known by name', () => {
  it('may be spoken of by several constructs', () => {
    const chart = chartOf();
    const one = reviewsIn(chart);
    const ports = [MeshPort.of(9080, PortProtocol.HTTP, 'http-other')];
    const two = MeshService.fromName(chart, 'again', { name: 'reviews', namespace: 'shop', ports });
    new CanaryRoute(chart, 'canary', { service: one, stable: 'v1', canary: 'v2', share: Percent.of(0) });
    expect(
      () =>
        new CanaryRoute(chart, 'other', { service: two, stable: 'v1', canary: 'v2', share: Percent.of(0) }),
    ).toThrow(
      'the version of shop/reviews must be declared with the service, which has none, got "v1"; name it among the versions of the service',
    );
    expect(
      the(chart, 'VirtualService').spec.http[0].route.map(({ weight }: { weight: number }) => weight),
    ).toEqual([100, 0]);
  });

  it('must be the same to all', () => {
    const chart = chartOf();
    reviewsIn(chart);
    MeshService.fromName(chart, 'again', { name: 'reviews', namespace: 'shop', ports: [MeshPort.tcp(9080)] });
    expect(refusal(chart)).toEqual([
      '[chart/again] port 9080 of shop/reviews must be described in one way, got {"number":9080,"protocol":"TCP"} (chart/again) and {"number":9080,"protocol":"HTTP"} (chart/reviews); describe it once, or the same way',
    ]);
  });

  it('have ports, each once', () => {
    const chart = chartOf();
    const of = (ports: MeshPort[]) => () =>
      MeshService.fromName(chart, 'web', { name: 'web', namespace: 'shop', ports });
    expect(of([])).toThrow('the ports of web must be at least one, got []; name the port that clients call');
    expect(of([MeshPort.http(80), MeshPort.tcp(80)])).toThrow(
      'the ports of web must be different ones, got [80, 80]; name each once',
    );
  });
});

describe('addJsonPatch', () => {
  it('changes what is written, by the names that the API has', () => {
    const chart = chartOf();
    const reviews = reviewsIn(chart);
    new CanaryRoute(chart, 'canary', { service: reviews, stable: 'v1', canary: 'v2', share: Percent.of(1) });
    reviews.addJsonPatch(
      'DestinationRule',
      JsonPatch.add('/spec/trafficPolicy', { outlierDetection: { consecutive5xxErrors: 7 } }),
    );
    expect(the(chart, 'DestinationRule').spec.trafficPolicy).toEqual({
      outlierDetection: { consecutive5xxErrors: 7 },
    });
  });

  it('refuses a kind that is not written', () => {
    const chart = chartOf();
    const reviews = reviewsIn(chart);
    expect(() => reviews.addJsonPatch('Virtualservice')).toThrow(
      'the kind to patch must be one of BackendTLSPolicy, DestinationRule,',
    );
    reviews.addJsonPatch('VirtualService', JsonPatch.remove('/spec'));
    expect(refusal(chart)).toEqual([
      '[chart/reviews] the kind to patch must be one that is written for host shop/reviews, got VirtualService; what is written is: nothing',
    ]);
  });

  it('works although somebody asked for a report before', () => {
    const chart = chartOf();
    new TrafficSplit(chart, 'all', { service: reviewsIn(chart), shares: { v1: Percent.of(100) } });
    expect(MeshReport.of(chart).warnings).toEqual([]);
    expect(the(chart, 'VirtualService').metadata.name).toBe('reviews');
  });

  it('leaves the objects of others alone', () => {
    const chart = chartOf();
    const reviews = reviewsIn(chart);
    new TrafficSplit(chart, 'all', { service: reviews, shares: { v1: Percent.of(100) } });
    expect(() => ApiObject.of(reviews)).toThrow('cannot find a (direct or indirect) child of type ApiObject');
    expect(MeshReport.of(chart).warnings).toEqual([]);
  });
});
