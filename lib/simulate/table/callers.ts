import type { Caller, GatewayCaller } from '../request';
import { configsOf } from '../mesh/config';
import { selects, type Labels } from '../mesh/labels';
import type { World } from '../mesh/world';
import { GATEWAY_KINDS } from '../gateway-api/kinds';
import { isOwn } from '../gateway-api/gateways';
import { mentionedLabels } from '../walk/mentioned';
import { nameCaller } from '../written/caller';

/** Callers that policies cannot tell apart, except by who they say they are. */
export interface CallerClass {
  /** As people write it: `namespace:shop`, `shop/app=web`, `gateway:istio-system/istio=ingressgateway`. */
  readonly name: string;
  /** The same for a request. */
  readonly from: Caller;
  /** The workloads of the manifests that are in it, by name. A gateway's are not listed. */
  readonly workloads: readonly string[];
}

const known = new WeakMap<World, readonly CallerClass[]>();

/** Callers that policies may tell apart: by namespace, and by the labels that any selector mentions; then gateways. */
export function callerClasses(world: World): readonly CallerClass[] {
  let classes = known.get(world);
  if (!classes) {
    const doors = gatewayCallers(world).map((from) => classOf(from, []));
    known.set(world, (classes = Object.freeze([...workloadClasses(world), ...doors])));
  }
  return classes;
}

function classOf(from: Caller, workloads: readonly string[]): CallerClass {
  return Object.freeze({
    name: nameCaller(from),
    from: Object.freeze(from),
    workloads: Object.freeze(workloads),
  });
}

function workloadClasses(world: World): readonly CallerClass[] {
  const keys = mentionedLabels(world);
  const classes = new Map<string, { from: Caller; names: string[] }>();
  const namespaces = new Set<string>();
  for (const { namespace, labels, name, isAssumed } of world.workloads) {
    const own = Object.fromEntries([...labels].filter(([key]) => keys.has(key)));
    const from = Object.keys(own).length > 0 ? { namespace, labels: own } : { namespace };
    const key = JSON.stringify([namespace, own]);
    let one = classes.get(key);
    if (!one) classes.set(key, (one = { from, names: [] }));
    if (!isAssumed) one.names.push(name);
    namespaces.add(namespace);
  }
  for (const { namespace } of world.registry.services) {
    if (namespaces.has(namespace)) continue;
    namespaces.add(namespace);
    classes.set(namespace, { from: { namespace }, names: [] });
  }
  return [...classes.values()].map(({ from, names }) => classOf(from, names));
}

/** The pods that Gateways select, namespace by namespace, and the Gateways of the Gateway API. */
function gatewayCallers(world: World): readonly GatewayCaller[] {
  const selectors = world.gateways.flatMap(({ selector, services }) => (services ? [] : [selector]));
  return [
    ...callersBehind(world, selectors),
    ...configsOf(world.catalog, GATEWAY_KINDS.gateway)
      .filter((config) => isOwn(world.catalog, config))
      .map(({ namespace, name }) => ({ gateway: { namespace, name } })),
  ];
}

/** Where the pods of a gateway are taken to run if the manifests do not have them. */
const USUAL_NAMESPACE = 'istio-system';
const USUAL_LABELS: Labels = new Map([['istio', 'ingressgateway']]);

/**
 * Those who listen for Gateways with these selectors. A Gateway without one is for all of them, and makes one only where
 * there is no other.
 */
export function callersBehind(
  { workloads }: World,
  selectors: readonly (Labels | undefined)[],
): readonly GatewayCaller[] {
  const found = new Map<string, GatewayCaller>();
  const add = (namespace: string, selector: Labels): void => {
    const labels = Object.fromEntries(selector);
    found.set(JSON.stringify([namespace, labels]), { gateway: { namespace, labels } });
  };
  const distinct = new Map(
    selectors.flatMap((selector) => (selector ? [[JSON.stringify([...selector]), selector]] : [])),
  );
  if (distinct.size === 0 && selectors.length > 0) distinct.set('', USUAL_LABELS);
  const withoutPods = new Set(distinct.values());
  for (const { namespace, labels } of workloads) {
    for (const selector of distinct.values()) {
      if (!selects(selector, labels)) continue;
      withoutPods.delete(selector);
      add(namespace, selector);
    }
  }
  for (const selector of withoutPods) add(USUAL_NAMESPACE, selector);
  return [...found.values()];
}
