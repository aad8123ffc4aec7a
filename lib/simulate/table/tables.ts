import type { Caller } from '../request';
import type { World } from '../mesh/world';
import type { Callers } from '../walk/callers';
import { callerClasses } from './callers';
import type { HostRoutes, HostTable, RoutesOptions } from './routes';

/** All tables of a host: those of callers that see the same are put together. */
export function hostRoutes(
  world: World,
  callers: Callers,
  host: string,
  { from, port }: RoutesOptions,
): HostRoutes {
  const tables = new Map<string, HostTable & { readonly callers: Caller[] }>();
  for (const caller of from === undefined ? callerClasses(world).map((one) => one.from) : [from]) {
    for (const table of callers.walkOf(caller).tablesOf(host)) {
      if (port !== undefined && table.port !== port) continue;
      const key = JSON.stringify([table.port, table.rows]);
      const known = tables.get(key);
      if (known) known.callers.push(caller);
      else tables.set(key, { port: table.port, callers: [caller], rows: table.rows });
    }
  }
  return { host, tables: [...tables.values()].sort((a, b) => a.port - b.port) };
}
