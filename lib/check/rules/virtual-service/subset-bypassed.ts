import { textsOf } from '../../../manifest/fields';
import { fullName } from '../../../simulate/names/host';
import { push } from '../../mesh/workloads';
import type { Config } from '../../../simulate/mesh/config';
import { KIND } from '../../mesh/kinds';
import { someNames } from '../../mesh/names';
import { rule } from '../../rule';
import { destinationRule, manifests, to, virtualService, web } from '../fixture';

const BASE = manifests(
  web('shop/web'),
  destinationRule('shop/web', '{host: web, subsets: [{name: v1, labels: {version: v1}}]}'),
  virtualService('shop/web', `{hosts: [web], http: [${to('web', 'subset: v1')}]}`),
);
const edge = (more?: string): string =>
  virtualService('shop/edge', `{hosts: [a.com], gateways: [edge], http: [${to('web', more)}]}`);

export const subsetBypassed = rule({
  id: 'gateway-route-bypasses-subsets',
  title: 'A gateway’s route that goes past the rules of the service',
  severity: 'info',
  why: 'The VirtualService of the service itself is for callers in the mesh. The gateway sends requests to all its versions, whatever that one says.',
  fix: 'Name the subset here, too, or bind the service’s own VirtualService to the gateway.',
  upstream: ['IST0140'],
  links: ['https://istio.io/latest/docs/reference/config/analysis/ist0140/'],
  bad: manifests(BASE, edge()),
  good: manifests(BASE, edge('subset: v1')),
  check(mesh, reporter) {
    const { domain } = mesh.settings;
    const atGateways = mesh.list(KIND.virtualService).filter(({ spec }) => textsOf(spec.gateways).length > 0);
    if (atGateways.length === 0) return;
    const split = new Map<string, Config[]>();
    for (const config of mesh.list(KIND.virtualService)) {
      const hosts = new Set(
        textsOf(config.spec.hosts).map((host) => fullName(host, config.namespace, domain)),
      );
      const subsets = mesh
        .destinationsOf(config)
        .filter(({ kind, subset, full }) => kind === 'http' && subset !== undefined && hosts.has(full));
      for (const host of new Set(subsets.map(({ full }) => full))) push(split, host, config);
    }
    for (const config of atGateways) {
      for (const { kind, full, host, subset, path } of mesh.destinationsOf(config)) {
        const by = kind === 'http' && subset === undefined ? split.get(full) : undefined;
        if (!by) continue;
        const names = someNames(by);
        reporter.add(config.document, path, `subset must be named as ${names} does for ${host}, got none`);
      }
    }
  },
});
