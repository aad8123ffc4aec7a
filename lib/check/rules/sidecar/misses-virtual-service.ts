import { fieldsList, textsOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { overlaps } from '../../../simulate/names/host';
import type { VirtualService } from '../../../simulate/virtual-service/model';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { some } from '../../mesh/names';
import { push } from '../../mesh/workloads';
import { rule } from '../../rule';
import { manifests, sidecar, to, virtualService, web } from '../fixture';

const importing = (host: string): string =>
  manifests(
    web('shop/web'),
    virtualService('shop/web', `{hosts: [web], http: [${to('web')}]}`),
    sidecar('shop/default', `{egress: [{hosts: ["${host}"]}]}`),
  );

export const missedVirtualService = rule({
  id: 'sidecar-misses-virtual-service',
  title: 'A VirtualService that the namespace’s own Sidecar leaves out',
  severity: 'warning',
  why: 'Callers of the namespace do not import the VirtualService: its routes hold for none of them.',
  fix: 'Add ./* (or its host) to the Sidecar’s egress.',
  links: ['https://istio.io/latest/docs/reference/config/networking/sidecar/#IstioEgressListener'],
  bad: importing('istio-system/*'),
  good: importing('./*'),
  check(mesh, reporter) {
    const byNamespace = servicesByNamespace(mesh);
    const known = new Map<string, readonly string[]>();
    for (const config of mesh.list(KIND.sidecar)) {
      if (config.spec.workloadSelector !== undefined || fieldsList(config.spec.egress).length === 0) continue;
      const hosts = importedHosts(config);
      const key = JSON.stringify([config.namespace, hosts]);
      let missed = known.get(key);
      if (!missed) known.set(key, (missed = missedOf(byNamespace.get(config.namespace) ?? [], hosts)));
      if (missed.length === 0) continue;
      const message = `egress must import the VirtualServices of namespace ${config.namespace}, got nothing of ${some(missed)}`;
      reporter.add(config.document, ['spec', 'egress'], message);
    }
  },
});

function servicesByNamespace(mesh: Mesh): ReadonlyMap<string, readonly VirtualService[]> {
  const found = new Map<string, VirtualService[]>();
  for (const one of mesh.virtualServices())
    if (one.gateways.includes('mesh') && one.hosts.length > 0) push(found, one.namespace, one);
  return found;
}

/** What is imported of the Sidecar’s own namespace. */
function importedHosts({ spec, namespace }: Config): readonly string[] {
  const entries = fieldsList(spec.egress).flatMap(({ hosts }) => textsOf(hosts));
  return entries.flatMap((entry) => {
    const [space = '', host = ''] = entry.split('/');
    return [namespace, '.', '*'].includes(space) ? [host] : [];
  });
}

function missedOf(all: readonly VirtualService[], imported: readonly string[]): readonly string[] {
  const exact = new Set(imported);
  const wide = imported.filter((host) => host.startsWith('*'));
  return all
    .filter(
      ({ hosts }) =>
        !hosts.some(
          (host) =>
            exact.has(host) || (host.startsWith('*') ? imported : wide).some((one) => overlaps(host, one)),
        ),
    )
    .map(({ name }) => name);
}
