import { fieldsOf } from '../../../manifest/fields';
import { selects } from '../../../simulate/mesh/labels';
import { selectorOf } from '../../../simulate/security/attachment';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { app, manifests, peerAuthentication, web } from '../fixture';

const peers = (port: number): string =>
  manifests(
    web('shop/web'),
    app('shop/web'),
    peerAuthentication(
      'shop/a',
      `{selector: {matchLabels: {app: web}}, portLevelMtls: {${port}: {mode: DISABLE}}}`,
    ),
  );

export const portLevelMtls = rule({
  id: 'port-level-mtls-service-port',
  title: 'portLevelMtls for the port of the Service',
  severity: 'error',
  why: 'portLevelMtls is about ports of the pods: what is said of this port has no effect.',
  fix: 'Write the target port.',
  links: ['https://istio.io/latest/docs/reference/config/security/peer_authentication/#PeerAuthentication'],
  bad: peers(80),
  good: peers(8080),
  check(mesh, reporter) {
    for (const { spec, namespace, document } of mesh.list(KIND.peerAuthentication)) {
      const ports = Object.keys(fieldsOf(spec.portLevelMtls)).map(Number);
      const selector = selectorOf(spec);
      if (ports.length === 0 || selector.size === 0) continue;
      const pods = mesh.workloads().selected(selector, namespace);
      const services = mesh
        .services()
        .filter(
          (one) =>
            one.namespace === namespace &&
            one.selector &&
            pods.some(({ labels }) => selects(one.selector!, labels)),
        );
      const all = services.flatMap((one) => one.ports);
      const targets = all.map(({ target, number }) => target ?? number);
      for (const port of ports) {
        const service = all.find(
          ({ number, target }) => number === port && typeof target === 'number' && target !== port,
        );
        if (service && !targets.includes(port))
          reporter.add(
            document,
            ['spec', 'portLevelMtls', String(port)],
            `port must be one of the pods (${[...new Set(targets)].join(', ')}), got ${port}, which is the Service’s`,
            {
              fix: `Write ${service.target} instead of ${port}.`,
            },
          );
      }
    }
  },
});
