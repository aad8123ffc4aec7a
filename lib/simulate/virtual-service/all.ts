import type { Catalog } from '../../manifest/catalog';
import { KINDS, configsOf } from '../mesh/config';
import type { MeshSettings } from '../mesh/settings';
import { mergeDelegate } from './delegate';
import type { HttpRule, VirtualService } from './model';
import { readVirtualService } from './read';

/** The VirtualServices that are programmed, oldest first, with what they delegate put in place. */
export function virtualServices(
  catalog: Catalog,
  { domain, exportTo }: MeshSettings,
): readonly VirtualService[] {
  const all = configsOf(catalog, KINDS.virtualService).map((config) =>
    readVirtualService(config, domain, exportTo.virtualService),
  );
  const delegates = new Map<string, VirtualService>();
  for (const one of all) if (one.hosts.length === 0) delegates.set(`${one.namespace}/${one.name}`, one);
  return all.filter(({ hosts }) => hosts.length > 0).map((one) => withDelegates(one, delegates));
}

function withDelegates(root: VirtualService, delegates: ReadonlyMap<string, VirtualService>): VirtualService {
  if (!root.http.some(({ delegate }) => delegate)) return root;
  return { ...root, http: root.http.flatMap((rule) => delegated(rule, root.namespace, delegates)) };
}

/** A delegate that is not there, or not exported to where the rule is, makes nothing of the rule. */
function delegated(
  rule: HttpRule,
  namespace: string,
  delegates: ReadonlyMap<string, VirtualService>,
): readonly HttpRule[] {
  if (!rule.delegate) return [rule];
  const found = delegates.get(`${rule.delegate.namespace}/${rule.delegate.name}`);
  if (!found || !(found.exportTo.has('*') || found.exportTo.has(namespace))) return [];
  return mergeDelegate(rule, found.http);
}
