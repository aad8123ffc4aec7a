import type { Caller } from '../request';
import { configsOf } from '../mesh/config';
import type { World } from '../mesh/world';
import { GATEWAY_KINDS } from '../gateway-api/kinds';
import { isOwn } from '../gateway-api/gateways';
import type { Callers } from '../walk/callers';
import { mentionedLabels } from '../walk/mentioned';
import type { HostRoutes, HostTable, RoutesOptions } from './routes';

/** All tables of a host: those of callers that see the same are put together. */
export function hostRoutes(
  world: World,
  callers: Callers,
  host: string,
  { from, port }: RoutesOptions,
): HostRoutes {
  const tables = new Map<string, { -readonly [K in keyof HostTable]: HostTable[K] }>();
  for (const caller of from === undefined ? callerClasses(world) : [from]) {
    for (const table of callers.walkOf(caller).tablesOf(host)) {
      if (port !== undefined && table.port !== port) continue;
      const key = JSON.stringify([table.port, table.rows]);
      const known = tables.get(key);
      if (known) known.callers = [...known.callers, caller];
      else tables.set(key, { port: table.port, callers: [caller], rows: table.rows });
    }
  }
  return { host, tables: [...tables.values()].sort((a, b) => a.port - b.port) };
}

/** Callers that policies may tell apart: by namespace, and by the labels that any selector mentions. */
function callerClasses(world: World): readonly Caller[] {
  const keys = mentionedLabels(world);
  const classes = new Map<string, Caller>();
  for (const { namespace, labels } of world.workloads) {
    const own = Object.fromEntries([...labels].filter(([key]) => keys.has(key)));
    classes.set(
      JSON.stringify([namespace, own]),
      Object.keys(own).length > 0 ? { namespace, labels: own } : { namespace },
    );
  }
  for (const { namespace } of world.registry.services) {
    if (![...classes.values()].some((one) => (one as { namespace: string }).namespace === namespace)) {
      classes.set(namespace, { namespace });
    }
  }
  return [...classes.values(), ...gateways(world)];
}

function gateways(world: World): readonly Caller[] {
  const found = new Map<string, Caller>();
  for (const { namespace, labels } of world.workloads) {
    for (const { selector } of world.gateways) {
      if (!selector || ![...selector].every(([key, text]) => labels.get(key) === text)) continue;
      const own = Object.fromEntries(selector);
      found.set(JSON.stringify([namespace, own]), { gateway: { namespace, labels: own } });
    }
  }
  const named = configsOf(world.catalog, GATEWAY_KINDS.gateway)
    .filter((config) => isOwn(world.catalog, config))
    .map(({ namespace, name }) => ({ gateway: { namespace, name } }));
  return [...found.values(), ...named];
}
