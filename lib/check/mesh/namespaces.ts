import type { Mesh } from './mesh';

/** Of Kubernetes itself: what is in there is nobody's in the mesh. */
export const SYSTEM_NAMESPACES: ReadonlySet<string> = new Set([
  'kube-system',
  'kube-public',
  'kube-node-lease',
  'local-path-storage',
]);

/**
 * Whether a namespace is there. It is missing for sure if all are known; or if it is a slip of one that is declared, as
 * `prd` for `prod`.
 */
export function isNamespaceKnown(mesh: Mesh, name: string): 'known' | 'missing' | 'unknown' {
  if (
    mesh.namespaces().has(name) ||
    mesh.elsewhere.namespaces?.has(name) ||
    name === mesh.settings.rootNamespace
  )
    return 'known';
  if (mesh.elsewhere.namespaces) return 'missing';
  return [...mesh.namespaces().keys()].some((other) => isSlip(name, other)) ? 'missing' : 'unknown';
}

/** Whether one letter is missing, added or changed. Numbers tell namespaces apart: `shop-1` and `shop-2`. */
export function isSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const rest = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return rest.every((part) => /^[a-z]?$/.test(part)) && rest.join('') !== '';
}
