import { fieldsList, isFields, textMap, textOf, textsOf } from '../../manifest/fields';
import type { Config } from '../../simulate/mesh/config';
import { gatewayName } from '../../simulate/virtual-service/read-match';
import { KIND } from './kinds';
import type { Mesh } from './mesh';
import type { DeclaredWorkload } from './workloads';

/** The VirtualServices that a VirtualService delegates to, as far as they are declared. */
export function delegatesOf(mesh: Mesh, { spec, namespace }: Config): readonly Config[] {
  return fieldsList(spec.http).flatMap(({ delegate }) => {
    if (!isFields(delegate)) return [];
    const at = textOf(delegate.namespace) || namespace;
    return mesh.find(KIND.virtualService, at, textOf(delegate.name) ?? '') ?? [];
  });
}

/** Who delegates to a VirtualService: `namespace/name` of the delegate, and its roots. */
export function rootsOf(mesh: Mesh): ReadonlyMap<string, readonly Config[]> {
  const roots = new Map<string, Config[]>();
  for (const root of mesh.list(KIND.virtualService)) {
    for (const { namespace, name } of delegatesOf(mesh, root)) {
      const key = `${namespace}/${name}`;
      roots.set(key, [...(roots.get(key) ?? []), root]);
    }
  }
  return roots;
}

/** The declared pods of the gateways that a VirtualService is bound to, with the name of the Gateway. */
export function gatewayPods(
  mesh: Mesh,
  { spec, namespace }: Config,
): readonly { readonly gateway: string; readonly pod: DeclaredWorkload }[] {
  return textsOf(spec.gateways).flatMap((written) => {
    const gateway = gatewayName(written, namespace);
    const [at = '', name = ''] = gateway.split('/');
    const found = written === 'mesh' ? undefined : mesh.find(KIND.gateway, at, name);
    const selector = textMap(found?.spec.selector);
    const pods = selector.size > 0 ? mesh.workloads().selected(selector) : [];
    return pods.map((pod) => ({ gateway, pod }));
  });
}
