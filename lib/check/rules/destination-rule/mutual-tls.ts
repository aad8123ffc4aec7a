import { textOf } from '../../../manifest/fields';
import { fullName, isSubsetOf } from '../../../simulate/names/host';
import { peerAuthentication } from '../../../simulate/security/peer-authentication';
import type { Service } from '../../../simulate/mesh/service';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { destinationRule, manifests, peerAuthentication as peers, web } from '../fixture';
import { allTls, portAt } from './client-tls';

const STRICT = peers('shop/default', '{mtls: {mode: STRICT}}');
const IN_THE_CLEAR = ['KIA0207', 'KIA0208'];
const REFUSED = ['KIA0505', 'KIA0506'];

export const mutualTls = rule({
  id: 'client-tls-contradicts-server',
  title: 'TLS settings that the server does not take',
  severity: 'error',
  why: 'All requests fail: the client’s sidecar speaks in another way than the server’s sidecar accepts.',
  fix: 'Remove `tls` from the DestinationRule, so that Istio chooses by itself, or write ISTIO_MUTUAL; `tls` without mode means DISABLE.',
  upstream: [...IN_THE_CLEAR, ...REFUSED],
  links: ['https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/#sidecars'],
  bad: manifests(
    web('shop/web'),
    STRICT,
    destinationRule('shop/a', '{host: web, trafficPolicy: {tls: {mode: DISABLE}}}'),
  ),
  good: manifests(
    web('shop/web'),
    STRICT,
    destinationRule('shop/a', '{host: web, trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}'),
  ),
  check(mesh, reporter) {
    const { domain } = mesh.settings;
    for (const { spec, namespace, document } of mesh.list(KIND.destinationRule)) {
      const settings = allTls(spec);
      if (settings.length === 0) continue;
      const services = servicesOf(mesh, fullName(textOf(spec.host) ?? '', namespace, domain));
      for (const [path, tls] of settings) {
        const mode = textOf(tls.mode) ?? 'DISABLE';
        const bad = services.find((service) => contradicts(mesh, service, mode, portAt(spec, path)));
        if (!bad) continue;
        const server = mode === 'ISTIO_MUTUAL' ? 'DISABLE' : 'STRICT';
        reporter.add(
          document,
          [...path, 'mode'],
          `TLS mode must be one that ${bad.hostname} takes, whose PeerAuthentication says ${server}, got ${mode}`,
          { upstream: mode === 'ISTIO_MUTUAL' ? REFUSED : IN_THE_CLEAR },
        );
      }
    }
  },
});

function servicesOf(mesh: Mesh, host: string): readonly Service[] {
  if (host.startsWith('*')) return mesh.services().filter(({ hostname }) => isSubsetOf(hostname, host));
  return [...(mesh.registry().named(host)?.values() ?? [])].filter(
    ({ registry }) => registry === 'kubernetes',
  );
}

/** Whether no port that the setting is for can be reached, by what is sure of the workloads. */
function contradicts(mesh: Mesh, service: Service, mode: string, port: number | undefined): boolean {
  const { mesh: settings, peers: policies } = mesh.security();
  const { selector, namespace } = service;
  const ports = service.ports.filter(({ number }) => port === undefined || number === port);
  if (!selector || ports.length === 0 || service.isExternal) return false;
  const declared = mesh.workloads().selected(selector, namespace);
  const workloads =
    declared.length > 0
      ? declared
      : [{ namespace, labels: selector, annotations: new Map<string, string>() }];
  return workloads.some((workload) => {
    const { namespace: at, labels } = workload;
    if (!mesh.hasSidecar(workload)) return false;
    return ports.every(({ target, number }) => {
      const accepted = peerAuthentication(
        policies,
        { namespace: at, labels },
        typeof target === 'number' ? target : number,
        settings,
      ).mode;
      return mode === 'ISTIO_MUTUAL' ? accepted === 'DISABLE' : accepted === 'STRICT';
    });
  });
}
