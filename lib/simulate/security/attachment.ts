import { fieldsList, fieldsOf, optionalFields, textMap, textOf, type Fields } from '../../manifest/fields';
import type { Policy, Workload } from './facts';

/** The pods of a Gateway of the Gateway API carry its name in this label. */
const GATEWAY_NAME = 'gateway.networking.k8s.io/gateway-name';

/** Policies by namespace, each list in the order that was given: oldest first. */
export type ByNamespace<T extends Policy> = ReadonlyMap<string, readonly T[]>;

export function byNamespace<T extends Policy>(policies: readonly T[]): ByNamespace<T> {
  const map = new Map<string, T[]>();
  for (const policy of policies) {
    const list = map.get(policy.namespace);
    if (list) list.push(policy);
    else map.set(policy.namespace, [policy]);
  }
  return map;
}

/** The policies that hold for a workload: of the namespaces given, each only once. */
export function attached<T extends Policy>(
  policies: ByNamespace<T>,
  namespaces: readonly string[],
  workload: Workload,
): readonly T[] {
  return [...new Set(namespaces)].flatMap((namespace) =>
    (policies.get(namespace) ?? []).filter((policy) => isAttached(policy, workload)),
  );
}

/**
 * Whether a policy of the root namespace or of the workload's holds for the workload. One with `targetRefs` holds
 * only for the gateway that it names (waypoints apart), one without for all whom its selector takes.
 * @see https://istio.io/latest/docs/reference/config/type/workload-selector/
 */
export function isAttached({ spec, namespace }: Policy, workload: Workload): boolean {
  const targets = targetRefs(spec);
  if (targets.length === 0) return isSelected(spec, workload);
  const gateway = workload.labels.get(GATEWAY_NAME);
  return (
    gateway !== undefined &&
    namespace === workload.namespace &&
    targets.some((target) => isGateway(target) && target.name === gateway && isIn(target, namespace))
  );
}

/** Whether the workload carries all labels of the policy's selector. */
export function isSelected(spec: Fields, { labels }: Workload): boolean {
  for (const [key, text] of selectorOf(spec)) if (labels.get(key) !== text) return false;
  return true;
}

export function selectorOf(spec: Fields): ReadonlyMap<string, string> {
  return textMap(fieldsOf(spec.selector).matchLabels);
}

function targetRefs({ targetRefs: list, targetRef }: Fields): readonly Fields[] {
  const single = optionalFields(targetRef);
  const all = fieldsList(list);
  return all.length > 0 || !single ? all : [single];
}

function isGateway({ group, kind }: Fields): boolean {
  return group === 'gateway.networking.k8s.io' && kind === 'Gateway';
}

function isIn(target: Fields, namespace: string): boolean {
  const meant = textOf(target.namespace) ?? '';
  return meant === '' || meant === namespace;
}
