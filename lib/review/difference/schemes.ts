import { requestOf } from '../classes/request';
import type { HostTable } from '../../simulate/table/routes';
import type { Address } from '../classes/request';
import type { Subject } from '../subject/subject';
import type { Comparison } from './compare';

/** How the host is spoken to on the port, in either version. */
export function schemesOf(comparison: Comparison): readonly Address['scheme'][] {
  const { before, after, pair } = comparison;
  const schemes = new Set<Address['scheme']>();
  for (const [subject, table] of [
    [before, pair.before],
    [after, pair.after],
  ] as const) {
    if (!table) continue;
    for (const scheme of isHttp(table) ? [httpScheme(subject, comparison)] : (['tcp', 'tls'] as const))
      schemes.add(scheme);
  }
  return [...schemes];
}

export function isHttp({ rows }: HostTable): boolean {
  return rows.some(({ outcome }) => outcome.path.routeConfig !== undefined);
}

/** A gateway may take only TLS. */
function httpScheme(
  subject: Subject,
  { host, pair, from }: Omit<Comparison, 'before' | 'after'>,
): 'http' | 'https' {
  const plain = requestOf({ scheme: 'http', host, port: pair.port, from }, new Map());
  const { path, outcomes } = subject.simulator.decide(plain);
  return path.virtualHost === undefined && outcomes.every(({ kind }) => kind === 'closed') ? 'https' : 'http';
}
