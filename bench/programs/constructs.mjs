// A fleet described with this library.
import { Chart, Duration } from 'cdk8s';
import {
  CanaryRoute,
  CircuitBreaker,
  Fault,
  FaultInjection,
  HeaderMatch,
  Match,
  MeshNamespace,
  MeshPort,
  Mirror,
  Percent,
} from 'cdk8s-mesh';

/** Adds a chart to the app for each of these. */
export function describeFleet(app, charts) {
  for (const { name, namespace, services } of charts) {
    const chart = new Chart(app, name);
    const shop = new MeshNamespace(chart, namespace);
    for (const each of services) {
      const service = shop.addService(each, { ports: [MeshPort.http(9080)], versions: { v1: {}, v2: {} } });
      new CanaryRoute(service, 'canary', {
        service,
        stable: 'v1',
        canary: 'v2',
        share: Percent.of(10),
        audience: [Match.header('x-beta', HeaderMatch.exact('yes'))],
      });
      new FaultInjection(service, 'chaos', {
        service,
        fault: Fault.delay(Duration.seconds(2), Percent.of(5)),
        match: [Match.header('x-chaos', HeaderMatch.exact('yes'))],
      });
      new Mirror(service, 'shadow', { service, to: 'v2', share: Percent.of(1) });
      new CircuitBreaker(service, 'breaker', {
        service,
        maxPendingRequests: 100,
        outliers: { consecutive5xxErrors: 5, baseEjectionTime: Duration.minutes(1) },
      });
    }
  }
}
