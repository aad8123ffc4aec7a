import { fieldsList, isFields, textMap, textOf, textsOf, type Fields } from '../../manifest/fields';
import type { Config } from '../../simulate/mesh/config';
import { gatewayName } from '../../simulate/virtual-service/read-match';
import { KIND } from './kinds';
import type { Mesh } from './mesh';
import { push, type DeclaredWorkload } from './workloads';

/** The VirtualService that a rule delegates to, if it is declared. */
export function delegateOf(mesh: Mesh, { namespace }: Config, { delegate }: Fields): Config | undefined {
  if (!isFields(delegate)) return undefined;
  const at = textOf(delegate.namespace) || namespace;
  return mesh.find(KIND.virtualService, at, textOf(delegate.name) ?? '');
}

/** A rule that hands over to a delegate. */
export interface Delegation {
  readonly root: Config;
  readonly rule: Fields;
}

/** Who delegates to a VirtualService, by `namespace/name` of the delegate. */
export function delegations(mesh: Mesh): ReadonlyMap<string, readonly Delegation[]> {
  const found = new Map<string, Delegation[]>();
  for (const root of mesh.list(KIND.virtualService)) {
    for (const rule of fieldsList(root.spec.http)) {
      if (!isFields(rule.delegate)) continue;
      const at = textOf(rule.delegate.namespace) || root.namespace;
      push(found, `${at}/${textOf(rule.delegate.name) ?? ''}`, { root, rule });
    }
  }
  return found;
}

/** The gateways that a rule is for, as written: those of its matches, if each names some, else those of the object. */
export function gatewaysOf({ spec }: Config, rule: Fields): readonly string[] {
  const own = fieldsList(rule.match).map(({ gateways }) => textsOf(gateways));
  return own.length > 0 && own.every((names) => names.length > 0) ? own.flat() : textsOf(spec.gateways);
}

/** The declared pods of gateways that a VirtualService names, with the name of the Gateway. */
export function gatewayPods(
  mesh: Mesh,
  { namespace }: Config,
  names: readonly string[],
): readonly { readonly gateway: string; readonly pod: DeclaredWorkload }[] {
  return names.flatMap((written) => {
    const gateway = gatewayName(written, namespace);
    const [at = '', name = ''] = gateway.split('/');
    const found = written === 'mesh' ? undefined : mesh.find(KIND.gateway, at, name);
    const selector = textMap(found?.spec.selector);
    const pods = selector.size > 0 ? mesh.workloads().selected(selector) : [];
    return pods.map((pod) => ({ gateway, pod }));
  });
}
