import type { Caller } from '../../simulate/request';
import type { HostTable } from '../../simulate/table/routes';
import { requestOf } from '../classes/request';
import { classOf, operationIn, type RequestClass } from '../classes/request-class';
import { boxesOf } from '../classes/boxes';
import { cellsOf, type Cells } from '../difference/cells';
import { identitiesOf, identityKey } from '../difference/identities';
import { isHttp } from '../difference/schemes';
import { atomsOf } from '../subject/atoms';
import { exampleOf, type HostRef } from '../subject/hosts';
import { policiesFor } from '../subject/security';
import type { Subject } from '../subject/subject';
import type { Access } from './model';

/** Who is let in, asked of the simulator for each identity and each kind of request that policies tell apart. */
export function accessTo(ref: HostRef, table: HostTable, subject: Subject): readonly Access[] {
  const policies = policiesFor(subject, ref, [table]);
  if (policies.length === 0) return [];
  const atoms = isHttp(table) ? atomsOf(policies) : [];
  const cells = cellsOf(table.rows, table.rows, atoms);
  const found = new Map<string, Access & { callers: Caller[] }>();
  const add = (access: Omit<Access, 'callers'>, from: Caller): void => {
    const key = JSON.stringify(access);
    const known = found.get(key);
    if (known) known.callers.push(from);
    else found.set(key, { ...access, callers: [from] });
  };
  const known = new Map<string, Omit<Access, 'callers'> | undefined>();
  const ask = (from: Caller): Omit<Access, 'callers'> | undefined => {
    const key = identityKey(from);
    if (!known.has(key)) known.set(key, accessOf(ref, table, from, cells, subject));
    return known.get(key);
  };
  for (const caller of table.callers) {
    const all = identitiesOf(caller, subject, subject).map((from) => [from, ask(from)] as const);
    const isAlike = new Set(all.map(([, access]) => JSON.stringify(access ?? null))).size === 1;
    if (isAlike && all[0]![1]) add(all[0]![1], caller);
    else for (const [from, access] of all) if (access) add(access, from);
  }
  return [...found.values()];
}

/** Nothing where no policy is about it. */
function accessOf(
  ref: HostRef,
  table: HostTable,
  from: Caller,
  { cells, axes, isComplete }: Cells,
  { simulator }: Subject,
): Omit<Access, 'callers'> | undefined {
  const scheme = isHttp(table) ? 'http' : 'tcp';
  const address = { scheme, host: exampleOf(ref.host), port: table.port, from } as const;
  const verdicts = cells.flatMap((cell) => {
    const points = cell.samples.flatMap(({ probe, at }) => {
      const { authorization, outcomes } = simulator.decide(requestOf(address, probe));
      if (!at || (!authorization && outcomes.every(({ kind }) => kind !== 'forwarded'))) return [];
      const { allowed = true, uncertain = false } = authorization ?? {};
      return [{ at, key: `${allowed} ${uncertain}`, allowed, uncertain }];
    });
    const whole = classOf(cell.before.match, cell.before.match, cell.isRest, cell.except());
    return boxesOf(points, axes).map(({ point, operation }): Verdict => ({
      requests: operationIn(whole, operation),
      allowed: point.allowed,
      uncertain: point.uncertain || !isComplete,
    }));
  });
  return verdicts.length > 0 ? summary(verdicts) : undefined;
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
