import type { Caller } from '../request';
import type { World } from '../mesh/world';
import type { Callers, Walk } from '../walk/callers';
import { callerClasses } from './callers';
import type { HostRoutes, HostTable, RouteRow, RoutesOptions } from './routes';

/** All tables of a host: those of callers that see the same are put together. */
export function hostRoutes(
  world: World,
  callers: Callers,
  host: string,
  { from, port }: RoutesOptions,
): HostRoutes {
  const tables = new Map<string, HostTable & { readonly callers: Caller[] }>();
  const texts = new Map<readonly RouteRow[], string>();
  // Many callers share the very same rows.
  const textOf = (rows: readonly RouteRow[]): string => {
    let text = texts.get(rows);
    if (text === undefined) texts.set(rows, (text = JSON.stringify(rows)));
    return text;
  };
  const askers = from === undefined ? classWalks(world, callers) : [{ from, walk: callers.walkOf(from) }];
  for (const { from: caller, walk } of askers) {
    for (const table of walk.tablesOf(host)) {
      if (port !== undefined && table.port !== port) continue;
      const key = `${table.port} ${textOf(table.rows)}`;
      const known = tables.get(key);
      if (known) known.callers.push(caller);
      else tables.set(key, { port: table.port, callers: [caller], rows: table.rows });
    }
  }
  return { host, tables: [...tables.values()].sort((a, b) => a.port - b.port) };
}

interface Asker {
  readonly from: Caller;
  readonly walk: Walk;
}

const known = new WeakMap<Callers, readonly Asker[]>();

function classWalks(world: World, callers: Callers): readonly Asker[] {
  let walks = known.get(callers);
  if (!walks) {
    walks = callerClasses(world).map(({ from }) => ({ from, walk: callers.walkOf(from) }));
    known.set(callers, walks);
  }
  return walks;
}
