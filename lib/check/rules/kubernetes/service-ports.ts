import { fieldsList, numberOf, textMap, textOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { servicePortProtocol } from '../../../simulate/mesh/protocol';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { SYSTEM_NAMESPACES } from '../../mesh/namespaces';
import { rule } from '../../rule';
import { service } from '../fixture';

const LINKS = ['https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/'];
const MANAGED = ['istio.io-gateway-controller', 'istio.io-mesh-controller', 'istio.io-eastwest-controller'];

export const portProtocol = rule({
  id: 'service-port-protocol',
  title: 'A port that does not say what it speaks',
  severity: 'info',
  why: 'The proxy guesses from the first bytes: servers that speak first hang, and rules for HTTP hold for what looks like it.',
  fix: 'Name the port after its protocol (http, http-web, grpc-api, tcp-db), or set its appProtocol.',
  upstream: ['IST0118', 'KIA0601', 'KIA0602'],
  links: LINKS,
  bad: service('shop/web', '{ports: [{name: web, port: 8000}]}'),
  good: service('shop/web', '{ports: [{name: http-web, port: 8000}]}'),
  check(mesh, reporter) {
    forEachPort(mesh, ({ spec, document }, i, name, protocol) => {
      if (protocol !== 'auto' || spec.type === 'ExternalName') return;
      const appProtocol = textOf(fieldsList(spec.ports)[i]!.appProtocol);
      reporter.add(
        document,
        ['spec', 'ports', i],
        appProtocol === undefined
          ? `port must be named after its protocol, got ${name === '' ? 'no name' : name}`
          : `appProtocol must be one that Istio knows, got ${appProtocol}`,
      );
    });
  },
});

export const externalNamePort = rule({
  id: 'external-name-port',
  title: 'A port of an ExternalName Service that catches everything',
  severity: 'warning',
  why: 'Such a Service has no address: the proxy takes every connection to this port, wherever it goes, for one to this host.',
  fix: 'Name the port after its protocol: http, https, or tls; or tcp-… with a suffix.',
  upstream: ['IST0150'],
  links: ['https://istio.io/latest/docs/reference/config/analysis/ist0150/'],
  bad: service(
    'shop/api',
    '{type: ExternalName, externalName: api.example.com, ports: [{name: tcp, port: 443}]}',
  ),
  good: service(
    'shop/api',
    '{type: ExternalName, externalName: api.example.com, ports: [{name: https, port: 443}]}',
  ),
  check(mesh, reporter) {
    forEachPort(mesh, ({ spec, document }, i, name, protocol) => {
      if (spec.type === 'ExternalName' && (protocol === 'auto' || name === 'tcp'))
        reporter.add(
          document,
          ['spec', 'ports', i],
          `port of an ExternalName Service must be named after its protocol, got ${name === '' ? 'no name' : name}`,
        );
    });
  },
});

function forEachPort(
  mesh: Mesh,
  visit: (config: Config, i: number, name: string, protocol: string) => void,
): void {
  for (const config of mesh.list(KIND.service)) {
    const labels = textMap(config.document.object.metadata.labels);
    if (
      SYSTEM_NAMESPACES.has(config.namespace) ||
      labels.has('istio') ||
      labels.get('release') === 'istio' ||
      MANAGED.includes(labels.get('gateway.istio.io/managed') ?? '')
    )
      continue;
    fieldsList(config.spec.ports).forEach((port, i) => {
      const name = textOf(port.name) ?? '';
      const protocol = servicePortProtocol(
        numberOf(port.port) ?? 0,
        name,
        textOf(port.protocol) ?? 'TCP',
        textOf(port.appProtocol),
      );
      visit(config, i, name, protocol);
    });
  }
}
