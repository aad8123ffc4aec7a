import { fieldsList, fieldsOf, isFields, numberOf, textMap, textOf } from '../../../manifest/fields';
import { selects, type Labels } from '../../../simulate/mesh/labels';
import { ASSUMED_PORTS, isAssumedGateway, isAssumedPod } from '../../mesh/assumed-gateway';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { app, gateway, manifests, service } from '../fixture';

const GATEWAY = gateway(
  'edge/public',
  '{selector: {app: public}, servers: [{port: {number: 443, name: tls, protocol: TLS}, hosts: [a.com], tls: {mode: PASSTHROUGH}}]}',
);
const open = (port: number): string =>
  manifests(
    app('edge/public'),
    GATEWAY,
    service('edge/public', `{selector: {app: public}, ports: [{name: a, port: ${port}, protocol: TCP}]}`),
  );

export const gatewayPort = rule({
  id: 'gateway-port',
  title: 'A port that the gateway’s Service does not open',
  severity: 'warning',
  why: 'The proxy listens, but nobody reaches it from outside.',
  fix: 'Add the port to the Service of the gateway’s pods, or use one that it has.',
  upstream: ['IST0162'],
  links: ['https://istio.io/latest/docs/reference/config/analysis/ist0162/'],
  bad: open(80),
  good: open(443),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.gateway)) {
      const selector = textMap(spec.selector);
      const open = openPorts(mesh, selector);
      if (!open) continue;
      fieldsList(spec.servers).forEach(({ port }, i) => {
        const number = numberOf(fieldsOf(port).number) ?? 0;
        if (!isFields(port) || open.ports.has(number)) return;
        const path = ['spec', 'servers', i, 'port', 'number'];
        const list = [...open.ports].sort((a, b) => a - b).join(', ') || 'none';
        if (open.isSure)
          reporter.add(document, path, `port must be one of the gateway’s Services (${list}), got ${number}`);
        else
          reporter.outside(document, path, `port ${number} of the gateway’s Service`, {
            upstream: ['IST0162'],
          });
      });
    }
  },
});

/** Nothing if the pods of the gateway are not known. */
function openPorts(
  mesh: Mesh,
  selector: Labels,
): { ports: ReadonlySet<number>; isSure: boolean } | undefined {
  const pods = mesh.workloads().selected(selector);
  const isAssumed =
    selector.size === 0 ||
    isAssumedGateway(selector) ||
    pods.some((pod) => isAssumedPod(pod, mesh.settings.rootNamespace));
  if (pods.length === 0 && !isAssumed) return undefined;
  const ports = new Set<number>(isAssumed ? ASSUMED_PORTS : []);
  const namespaces = new Set(pods.map(({ namespace }) => namespace));
  let isSure = false;
  for (const { namespace, spec } of mesh.list(KIND.service)) {
    const wanted = textMap(spec.selector);
    if (
      !namespaces.has(namespace) ||
      !pods.some((pod) => pod.namespace === namespace && selects(wanted, pod.labels))
    )
      continue;
    isSure = true;
    for (const port of fieldsList(spec.ports)) {
      if ((textOf(port.protocol) ?? 'TCP') !== 'TCP') continue;
      for (const number of [numberOf(port.port), numberOf(port.targetPort)]) if (number) ports.add(number);
    }
  }
  return { ports, isSure };
}
