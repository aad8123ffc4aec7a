import type { Caller } from '../../simulate/request';
import type { HostTable } from '../../simulate/table/routes';
import { requestOf } from '../classes/request';
import { classOf, operationIn, type RequestClass } from '../classes/request-class';
import { boxesOf } from '../classes/boxes';
import { cellsOf, type Cells } from '../difference/cells';
import { identitiesOf, identityKey } from '../difference/identities';
import { isHttp } from '../difference/schemes';
import { treatmentOf } from '../treatment/treatment';
import { atomsOf } from '../subject/atoms';
import { exampleOf, type HostRef } from '../subject/hosts';
import { policiesFor } from '../subject/security';
import { isGateway, type Subject } from '../subject/subject';
import type { Access } from './model';

/** Who is let in, asked of the simulator for each identity and each kind of request that policies tell apart. */
export function accessTo(ref: HostRef, table: HostTable, subject: Subject): readonly Access[] {
  const policies = policiesFor(subject, ref, [table]);
  if (policies.length === 0 && table.rows.every(({ outcome }) => !outcome.authorization)) return [];
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
    const key = isHttp(table) ? classKey(from, subject) : identityKey(from);
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

/** Who sees the same rows for all requests is let in alike if policies cannot tell who it is. */
function classKey(from: Caller, { simulator }: Subject): string {
  return isGateway(from) ? identityKey(from) : `${simulator.identityClass(from)}`;
}

/** Nothing where no policy is about it. */
function accessOf(
  ref: HostRef,
  table: HostTable,
  from: Caller,
  { cells, axes }: Cells,
  { simulator }: Subject,
): Omit<Access, 'callers'> | undefined {
  const scheme = isHttp(table) ? 'http' : 'tcp';
  const address = { scheme, host: exampleOf(ref.host), port: table.port, from } as const;
  const verdicts = cells.flatMap((cell) => {
    const points = cell.samples.flatMap(({ probe, at }) => {
      const decision = simulator.decide(requestOf(address, probe));
      const { authorization, outcomes } = decision;
      if (!at || (!authorization && outcomes.every(({ kind }) => kind !== 'forwarded'))) return [];
      const {
        allowed = true,
        isUncertain: uncertain = false,
        denying = [],
      } = treatmentOf(decision).access ?? {};
      const { status, reason } = authorization ?? {};
      const key = `${allowed} ${uncertain} ${denying.join()}`;
      return [{ at, key, allowed, uncertain, denying, status, reason }];
    });
    const whole = classOf(cell.before.match, cell.before.match, cell.isRest, cell.except());
    return boxesOf(points, axes).map(({ point, operation }): Verdict => ({
      requests: operationIn(whole, operation),
      allowed: point.allowed,
      denying: point.denying,
      status: point.status,
      reason: point.reason,
      uncertain: point.uncertain || !cell.isComplete,
    }));
  });
  return verdicts.length > 0 ? summary(verdicts) : undefined;
}

interface Verdict {
  readonly requests: RequestClass;
  readonly allowed: boolean;
  readonly uncertain: boolean;
  readonly denying: readonly string[];
  readonly status?: number | undefined;
  readonly reason?: string | undefined;
}

function summary(verdicts: readonly Verdict[]): Omit<Access, 'callers'> {
  const plain = (verdict: Access['verdict']) => ({ verdict, denying: [], allowed: [], denied: [] });
  if (verdicts.some(({ uncertain }) => uncertain)) return plain('unknown');
  const denying = [...new Set(verdicts.flatMap((one) => one.denying))].sort();
  if (denying.length > 0) return { ...plain('partly'), denying };
  const allowed = verdicts.filter((one) => one.allowed);
  if (allowed.length === verdicts.length) return plain('allowed');
  if (allowed.length === 0) return { ...plain('denied'), ...refusalOf(verdicts) };
  const denied = verdicts.filter((one) => !one.allowed);
  return { ...plain('depends'), allowed: classesOf(allowed), denied: classesOf(denied) };
}

function refusalOf([first, ...others]: readonly Verdict[]): Pick<Access, 'status' | 'reason'> {
  const { status, reason } = first!;
  return {
    ...(status !== undefined && others.every((one) => one.status === status) && { status }),
    ...(reason !== undefined && others.every((one) => one.reason === reason) && { reason }),
  };
}

function classesOf(verdicts: readonly Verdict[]): readonly RequestClass[] {
  return [...new Map(verdicts.map(({ requests }) => [JSON.stringify(requests), requests])).values()];
}
