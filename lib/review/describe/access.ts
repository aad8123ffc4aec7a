import type { Caller } from '../../simulate/request';
import type { HostTable } from '../../simulate/table/routes';
import { requestOf } from '../classes/request';
import { classOf, operationIn, type RequestClass } from '../classes/request-class';
import { cellsOf } from '../difference/cells';
import { identitiesOf } from '../difference/identities';
import { isHttp } from '../difference/schemes';
import { exampleOf, namespaceOfHost, type HostRef } from '../subject/hosts';
import { operationsOf, policiesFor } from '../subject/security';
import { isGateway, type Subject } from '../subject/subject';
import type { Access } from './model';

/** Who is let in, asked of the simulator for each identity and each kind of request that policies speak of. */
export function accessTo(ref: HostRef, table: HostTable, subject: Subject): readonly Access[] {
  const namespaces = new Set([namespaceOfHost(ref.host) ?? '', ...receivingNamespaces(table)]);
  const policies = policiesFor(subject, [...namespaces]);
  if (policies.length === 0) return [];
  const http = isHttp(table);
  const scheme = http ? 'http' : 'tcp';
  const cells = cellsOf(table.rows, table.rows, http ? operationsOf(policies) : []);
  const found = new Map<string, Access & { callers: Caller[] }>();
  for (const from of table.callers.flatMap((one) =>
    isGateway(one) ? [one] : identitiesOf(one, subject, subject),
  )) {
    const address = { scheme, host: exampleOf(ref.host), port: table.port, from } as const;
    const verdicts = cells.flatMap((cell) =>
      cell.samples.flatMap(({ probe, operation }): Verdict[] => {
        const { authorization, outcomes } = subject.simulator.decide(requestOf(address, probe));
        if (!operation || (!authorization && outcomes.every(({ kind }) => kind !== 'forwarded'))) return [];
        return [
          {
            requests: operationIn(
              classOf(cell.before.match, cell.before.match, cell.isRest, cell.except()),
              operation,
            ),
            allowed: authorization?.allowed ?? true,
            uncertain: authorization?.uncertain === true,
          },
        ];
      }),
    );
    if (verdicts.length === 0) continue;
    const access = summary(verdicts);
    const key = JSON.stringify(access);
    const known = found.get(key);
    if (known) known.callers.push(from);
    else found.set(key, { ...access, callers: [from] });
  }
  return [...found.values()];
}

interface Verdict {
  readonly requests: RequestClass;
  readonly allowed: boolean;
  readonly uncertain: boolean;
}

function summary(verdicts: readonly Verdict[]): Omit<Access, 'callers'> {
  if (verdicts.some(({ uncertain }) => uncertain)) return { verdict: 'unknown', allowed: [], denied: [] };
  const allowed = verdicts.filter((one) => one.allowed);
  if (allowed.length === verdicts.length) return { verdict: 'allowed', allowed: [], denied: [] };
  if (allowed.length === 0) return { verdict: 'denied', allowed: [], denied: [] };
  return {
    verdict: 'depends',
    allowed: classesOf(allowed),
    denied: classesOf(verdicts.filter((one) => !one.allowed)),
  };
}

function classesOf(verdicts: readonly Verdict[]): readonly RequestClass[] {
  return [...new Map(verdicts.map(({ requests }) => [JSON.stringify(requests), requests])).values()];
}

function receivingNamespaces({ rows }: HostTable): readonly string[] {
  return rows.flatMap(({ outcome }) =>
    outcome.outcomes.flatMap((one) =>
      one.kind === 'forwarded' ? one.workloads.map((to) => to.namespace) : [],
    ),
  );
}
