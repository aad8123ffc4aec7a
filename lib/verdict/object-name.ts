import type { ObjectReference } from '../check/finding';

/** `VirtualService shop/reviews` */
export function objectName({ kind, namespace, name }: ObjectReference): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

/** The same for two objects that Kubernetes would tell apart. */
export function objectKey({ apiVersion, kind, namespace, name }: ObjectReference): string {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0]! : '';
  return JSON.stringify([group, kind, namespace ?? '', name]);
}
