import type { Config } from '../../../simulate/mesh/config';
import { selectorOf } from '../../../simulate/security/attachment';
import { KIND } from '../../mesh/kinds';
import { push } from '../../mesh/workloads';
import { someNames } from '../../mesh/names';
import { rule } from '../../rule';
import { manifests, peerAuthentication } from '../fixture';

export const multiplePeers = rule({
  id: 'peer-authentication-conflict',
  title: 'Two PeerAuthentications for the same workloads',
  severity: 'error',
  why: 'Only the older one holds, the other one has no effect.',
  fix: 'Write one PeerAuthentication for the namespace, or for the workload.',
  upstream: ['KIA0002', 'KIA0003'],
  links: ['https://istio.io/latest/docs/concepts/security/#peer-authentication'],
  bad: manifests(
    peerAuthentication('shop/a', '{mtls: {mode: STRICT}}'),
    peerAuthentication('shop/b', '{mtls: {mode: PERMISSIVE}}'),
  ),
  good: manifests(
    peerAuthentication('shop/a', '{mtls: {mode: STRICT}}'),
    peerAuthentication('prod/b', '{mtls: {mode: PERMISSIVE}}'),
  ),
  check(mesh, reporter) {
    const groups = new Map<string, Config[]>();
    for (const config of mesh.list(KIND.peerAuthentication)) {
      const selector = selectorOf(config.spec);
      if (selector.size === 0) push(groups, `namespace ${config.namespace}`, config);
      for (const { namespace, name } of selector.size > 0
        ? mesh.workloads().selected(selector, config.namespace)
        : [])
        push(groups, `workload ${namespace}/${name}`, config);
    }
    const told = new Set<Config>();
    for (const [what, group] of groups) {
      if (group.length < 2) continue;
      const names = someNames(group);
      for (const config of group) {
        if (told.has(config)) continue;
        told.add(config);
        reporter.add(
          config.document,
          ['spec'],
          `PeerAuthentication must be the only one for ${what}, got ${names}`,
          {
            upstream: [what.startsWith('namespace') ? 'KIA0002' : 'KIA0003'],
          },
        );
      }
    }
  },
});
