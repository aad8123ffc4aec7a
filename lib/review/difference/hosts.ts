import type { Caller } from '../../simulate/request';
import type { RouteRow } from '../../simulate/table/routes';
import { exampleOf, type HostRef } from '../subject/hosts';
import { operationsOf, policiesFor } from '../subject/security';
import { isGateway, type Subject } from '../subject/subject';
import { namespaceOfHost } from '../subject/hosts';
import { compareViews, type Asked, type Compared } from './compare';
import type { HostChange, Uncertainty, ViewChange } from './model';
import { pairsOf, type Pair } from './pairs';
import { signatureOf } from './signature';
import { identitiesOf } from './identities';

/** What came of the comparison of a host. */
export interface ComparedHost {
  readonly change?: HostChange;
  /** Classes of requests, whether or not they are treated differently. */
  readonly classes: number;
  readonly uncertainties: readonly Uncertainty[];
  readonly asked: readonly Asked[];
}

/** What holds for the whole comparison. */
export interface Context {
  readonly before: Subject;
  readonly after: Subject;
  /** Policies, or those who are subject to them, are not the same: then no host can be skipped. */
  readonly isSecurityChanged: boolean;
}

/** Compares how a host treats requests before and after. */
export function compareHost(ref: HostRef, context: Context): ComparedHost {
  const { before, after } = context;
  const views: ViewChange[] = [];
  const uncertainties: Uncertainty[] = [];
  const asked: Asked[] = [];
  let classes = 0;
  for (const pair of pairsOf(before, after, ref)) {
    if (isSurelySame(pair, context)) {
      classes += pair.before?.rows.length ?? 0;
      continue;
    }
    const found = compareForAll(ref, pair, context);
    for (const { view, uncertain, total, asked: own } of found) {
      asked.push(...own);
      classes += total;
      if (view.classes.length > 0) views.push(view);
      uncertainties.push(...uncertain);
    }
  }
  if (views.length === 0) return { classes, uncertainties, asked };
  const [wasThere, isThere] = [before, after].map((subject) => subject.has(ref));
  const status = !wasThere ? 'added' : !isThere ? 'removed' : 'changed';
  return { classes, uncertainties, asked, change: { ...ref, status, views: merged(views) } };
}

function isSurelySame(pair: Pair, { before, after, isSecurityChanged }: Context): boolean {
  return !isSecurityChanged && signatureOf(before, pair.before) === signatureOf(after, pair.after);
}

/** Who sees the same table may still be told apart by policies, which know identities. */
function compareForAll(ref: HostRef, pair: Pair, { before, after }: Context): readonly Compared[] {
  const host = exampleOf(ref.host);
  const namespaces = [namespaceOfHost(ref.host), ...namespacesOf(pair)].flatMap((one) => one ?? []);
  const policies = [...policiesFor(before, namespaces), ...policiesFor(after, namespaces)];
  const askers =
    policies.length > 0
      ? pair.callers.flatMap((caller) => (isGateway(caller) ? [caller] : identitiesOf(caller, before, after)))
      : pair.callers.slice(0, 1);
  const operations = operationsOf(policies);
  const found = askers.map((from) =>
    compareViews({ before, after, pair, host, from, operations, namespace: namespaceOfHost(ref.host) }),
  );
  if (policies.length === 0) return found.map((one) => withCallers(one, pair.callers));
  return found;
}

/** Where the requests to a host go: those who get them have policies of their own. */
function namespacesOf({ before, after }: Pair): readonly string[] {
  const rows: readonly RouteRow[] = [...(before?.rows ?? []), ...(after?.rows ?? [])];
  const names = rows.flatMap(({ outcome }) =>
    outcome.outcomes.flatMap((one) =>
      one.kind === 'forwarded' ? one.workloads.map((to) => to.namespace) : [],
    ),
  );
  return [...new Set(names)];
}

function withCallers(compared: Compared, callers: readonly Caller[]): Compared {
  return { ...compared, view: { ...compared.view, callers } };
}

/** Callers for whom the same changes are put together. */
function merged(views: readonly ViewChange[]): readonly ViewChange[] {
  const found = new Map<string, ViewChange>();
  for (const view of views) {
    const classes = view.classes.map((one) => ({ ...one, example: { ...one.example, from: undefined } }));
    const key = JSON.stringify([view.port, classes]);
    const known = found.get(key);
    found.set(key, known ? { ...known, callers: [...known.callers, ...view.callers] } : view);
  }
  return [...found.values()];
}
