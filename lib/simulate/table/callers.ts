import type { Caller } from '../request';
import { configsOf } from '../mesh/config';
import type { World } from '../mesh/world';
import { GATEWAY_KINDS } from '../gateway-api/kinds';
import { isOwn } from '../gateway-api/gateways';
import { mentionedLabels } from '../walk/mentioned';

const known = new WeakMap<World, readonly Caller[]>();

/** Callers that policies may tell apart: by namespace, and by the labels that any selector mentions; then gateways. */
export function callerClasses(world: World): readonly Caller[] {
  let classes = known.get(world);
  if (!classes) known.set(world, (classes = Object.freeze([...workloads(world), ...gateways(world)])));
  return classes;
}

function workloads(world: World): readonly Caller[] {
  const keys = mentionedLabels(world);
  const classes = new Map<string, Caller>();
  const namespaces = new Set<string>();
  for (const { namespace, labels } of world.workloads) {
    const own = Object.fromEntries([...labels].filter(([key]) => keys.has(key)));
    namespaces.add(namespace);
    classes.set(
      JSON.stringify([namespace, own]),
      Object.keys(own).length > 0 ? { namespace, labels: own } : { namespace },
    );
  }
  for (const { namespace } of world.registry.services) {
    if (namespaces.has(namespace)) continue;
    namespaces.add(namespace);
    classes.set(namespace, { namespace });
  }
  return [...classes.values()];
}

function gateways(world: World): readonly Caller[] {
  const found = new Map<string, Caller>();
  const selectors = new Map(
    world.gateways.flatMap(({ selector }) =>
      selector ? [[JSON.stringify([...selector]), selector] as const] : [],
    ),
  );
  for (const { namespace, labels } of world.workloads) {
    for (const selector of selectors.values()) {
      if (![...selector].every(([key, text]) => labels.get(key) === text)) continue;
      const own = Object.fromEntries(selector);
      found.set(JSON.stringify([namespace, own]), { gateway: { namespace, labels: own } });
    }
  }
  const named = configsOf(world.catalog, GATEWAY_KINDS.gateway)
    .filter((config) => isOwn(world.catalog, config))
    .map(({ namespace, name }) => ({ gateway: { namespace, name } }));
  return [...found.values(), ...named];
}
