import type { Caller } from '../../simulate/request';
import type { HostTable } from '../../simulate/table/routes';
import { exampleOf, namespaceOfHost, type HostRef } from '../subject/hosts';
import { atomsOf } from '../subject/atoms';
import { policiesFor } from '../subject/security';
import type { Subject } from '../subject/subject';
import { barePorts } from './bare-ports';
import { compareViews, type Asked, type Compared } from './compare';
import type { TreatmentChange, Uncertainty, ViewChange } from './model';
import { pairsOf, type Pair } from './pairs';
import { isHttp } from './schemes';
import { signatureOf } from './signature';
import { identitiesOf, identityKey } from './identities';

/** What came of the comparison of a host. */
export interface ComparedHost {
  readonly change?: TreatmentChange;
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
  const pairs = pairsOf(before, after, ref);
  for (const pair of pairs) {
    const found = compareForAll(ref, pair, context);
    if (found.length === 0) classes += pair.before?.rows.length ?? 0;
    for (const { view, uncertain, total, asked: own } of found) {
      asked.push(...own);
      classes += total;
      if (view.classes.length > 0) views.push(view);
      uncertainties.push(...uncertain);
    }
  }
  const bare = barePorts(ref, before, after, new Set(pairs.map(({ port }) => port)));
  classes += bare.reduce((sum, view) => sum + view.classes.length, 0);
  views.push(...bare);
  if (views.length === 0) return { classes, uncertainties, asked };
  const [wasThere, isThere] = [before, after].map((subject) => subject.has(ref));
  const status = !wasThere ? 'added' : !isThere ? 'removed' : 'changed';
  return { classes, uncertainties, asked, change: { ...ref, status, views: merged(views) } };
}

/** Who sees the same table may still be told apart by policies, which know identities. */
function compareForAll(ref: HostRef, pair: Pair, context: Context): readonly Compared[] {
  const { before, after, isSecurityChanged } = context;
  const tables = [pair.before, pair.after].flatMap((table) => table ?? []);
  const policies = [...policiesFor(before, ref, tables), ...policiesFor(after, ref, tables)];
  // Of connections a table tells what comes of those without TLS alone.
  const isTold = tables.every(isHttp);
  const isSafe = isTold && (!isSecurityChanged || policies.length === 0);
  if (isSafe && signatureOf(before, pair.before) === signatureOf(after, pair.after)) return [];
  const namespace = namespaceOfHost(ref.host);
  const isPolicyChanged =
    isSecurityChanged && contentsOf(before, ref, tables) !== contentsOf(after, ref, tables);
  const shared = { before, after, pair, host: exampleOf(ref.host), atoms: atomsOf(policies) };
  const compare = (from: Caller): Compared =>
    compareViews({ ...shared, isSecurityChanged, isPolicyChanged, from, namespace });
  if (policies.length === 0) return [withCallers(compare(pair.callers[0]!), pair.callers)];
  const known = new Map<string, Compared>();
  return pair.callers.flatMap((caller) => {
    const found = identitiesOf(caller, before, after).map((from) => {
      const key = identityKey(from);
      const compared = known.get(key) ?? compare(from);
      known.set(key, compared);
      return withCallers(compared, [from]);
    });
    // Whoever it is: then there is nothing to be said of identities.
    const isAlike = new Set(found.map(({ view }) => classesKey(view))).size === 1;
    return isAlike ? [withCallers(found[0]!, [caller])] : found;
  });
}

function contentsOf(subject: Subject, ref: HostRef, tables: readonly HostTable[]): string {
  return JSON.stringify(policiesFor(subject, ref, tables).map(({ object }) => object));
}

function withCallers(compared: Compared, callers: readonly Caller[]): Compared {
  return { ...compared, view: { ...compared.view, callers } };
}

/** Callers for whom the same changes are put together. */
function merged(views: readonly ViewChange[]): readonly ViewChange[] {
  const found = new Map<string, ViewChange>();
  for (const view of views) {
    const key = classesKey(view);
    const known = found.get(key);
    found.set(key, known ? { ...known, callers: [...known.callers, ...view.callers] } : view);
  }
  return [...found.values()];
}

/** The same for views in which the same changes, whoever asks. */
function classesKey({ port, classes }: ViewChange): string {
  return JSON.stringify([
    port,
    classes.map((one) => ({ ...one, example: { ...one.example, from: undefined } })),
  ]);
}
