import { textsOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';

/** The namespaces, as far as they are named, whose requests an object is for: its own, and where it is exported to. */
export function callersOf({ namespace, spec }: Config): readonly string[] {
  const names = textsOf(spec.exportTo);
  const others = names.filter((name) => !['.', '*', '~', namespace].includes(name));
  const isOwn = names.length === 0 || names.some((name) => ['.', '*', namespace].includes(name));
  return isOwn ? [namespace, ...others] : others;
}

/** Whether a VirtualService is for requests inside the mesh. */
export function isForMesh({ spec }: Config): boolean {
  const gateways = textsOf(spec.gateways);
  return gateways.length === 0 || gateways.includes('mesh');
}
