import { textOf } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { isSlip } from '../../mesh/namespaces';
import { rule } from '../../rule';
import { kubernetesGateway } from '../fixture';

/** Those that Istio declares itself. */
const OWN = ['istio', 'istio-waypoint', 'istio-remote', 'istio-east-west'];
const UPSTREAM = ['KIA1504'];
const gateway = (name: string): string =>
  kubernetesGateway(
    'edge/public',
    `{gatewayClassName: ${name}, listeners: [{name: http, port: 80, protocol: HTTP}]}`,
  );

export const gatewayClass = rule({
  id: 'gateway-class',
  title: 'A class of Gateways that does not exist',
  severity: 'error',
  why: 'Nobody runs a proxy for the Gateway, and nobody says so.',
  fix: 'Write istio, or the name of another GatewayClass of the cluster.',
  upstream: UPSTREAM,
  links: ['https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/'],
  bad: gateway('isto'),
  good: gateway('istio'),
  check(mesh, reporter) {
    const declared = new Set(mesh.list(KIND.gatewayClass).map(({ name }) => name));
    for (const { spec, document } of mesh.list(KIND.kubernetesGateway)) {
      const name = textOf(spec.gatewayClassName) ?? '';
      if (name === '' || OWN.includes(name) || declared.has(name)) continue;
      const path = ['spec', 'gatewayClassName'];
      if ([...OWN, ...declared].some((one) => isSlip(name, one)))
        reporter.add(document, path, `gatewayClassName must be a class that exists, got ${name}`);
      else reporter.outside(document, path, `GatewayClass ${name}`, { upstream: UPSTREAM });
    }
  },
});
