import type { Caller } from '../../simulate/request';
import type { HostTable } from '../../simulate/table/routes';
import { exampleOf, type HostRef } from '../subject/hosts';
import type { Subject } from '../subject/subject';
import { treatmentOf } from '../treatment/treatment';

/** A port of a host, as some callers see it before and after. Absent: the host is unknown to them there. */
export interface Pair {
  readonly port: number;
  readonly callers: readonly Caller[];
  readonly before?: HostTable;
  readonly after?: HostTable;
}

/** The tables of a host in two configurations, side by side, for callers that see the same in each of them. */
export function pairsOf(before: Subject, after: Subject, ref: HostRef): readonly Pair[] {
  const views = [viewOf(before, ref), viewOf(after, ref)] as const;
  const callers = new Map([...views[0].callers, ...views[1].callers]);
  const pairs = new Map<string, Pair & { callers: Caller[] }>();
  for (const [key, caller] of callers) {
    const [first, second] = views.map((view) => view.tables(key, caller)) as [Tables, Tables];
    for (const port of new Set([...first.keys(), ...second.keys()])) {
      const one = first.get(port) ?? views[0].fallback(caller).get(port);
      const other = second.get(port) ?? views[1].fallback(caller).get(port);
      const id = `${port} ${views[0].idOf(one, caller, port)} ${views[1].idOf(other, caller, port)}`;
      const known = pairs.get(id);
      if (known) known.callers.push(caller);
      else
        pairs.set(id, {
          port,
          callers: [caller],
          ...(one && { before: one }),
          ...(other && { after: other }),
        });
    }
  }
  return [...pairs.values()].sort((a, b) => a.port - b.port);
}

type Tables = ReadonlyMap<number, HostTable>;

function byPort(tables: readonly HostTable[]): Tables {
  return new Map(tables.map((table) => [table.port, table]));
}

/** Who sees what in one configuration. */
function viewOf(subject: Subject, ref: HostRef) {
  const all = subject.tablesOf(ref);
  const callers = new Map<string, Caller>();
  const byCaller = new Map<string, Map<number, HostTable>>();
  for (const table of all) {
    for (const caller of table.callers) {
      const key = JSON.stringify(caller);
      callers.set(key, caller);
      let own = byCaller.get(key);
      if (!own) byCaller.set(key, (own = new Map<number, HostTable>()));
      own.set(table.port, table);
    }
  }
  const ids = new Map<HostTable, string>(all.map((table, i) => [table, `${i}`]));
  return {
    callers,
    /** Callers that only the other configuration tells apart are asked for. */
    tables: (key: string, caller: Caller): Tables =>
      byCaller.get(key) ?? byPort(subject.tablesOf(ref, caller)),
    /** What has nothing of the host may have something for any host. */
    fallback: (caller: Caller): Tables => byPort(subject.tablesOf({ ...ref, host: '*' }, caller)),
    /** Tables that were asked for are told by what they say; where there is none, callers by what they may do then. */
    idOf: (table: HostTable | undefined, caller: Caller, port: number): string =>
      table ? (ids.get(table) ?? JSON.stringify(table.rows)) : unknownTo(subject, ref, caller, port),
  };
}

/** What becomes of requests to a host that nothing is known of: mesh and Sidecars may let them out, or not. */
function unknownTo({ simulator }: Subject, { host }: HostRef, from: Caller, port: number): string {
  const ends = ['http', 'tls'].map((scheme) => {
    const url = `${scheme}://${exampleOf(host)}:${port}`;
    return treatmentOf(simulator.decide({ url, from })).ends;
  });
  return JSON.stringify(ends);
}
