import type { Decision } from '../../simulate/decision';
import type { Caller, Request } from '../../simulate/request';
import type { RouteRow, RowMatch } from '../../simulate/table/routes';
import { requestOf, type Address } from '../classes/request';
import { classOf, operationIn, type RequestClass } from '../classes/request-class';
import type { Source } from '../facts';
import type { Subject } from '../subject/subject';
import { differences, lostShare, movedShare } from '../treatment/same';
import { treatmentOf } from '../treatment/treatment';
import { cellsOf, type Cell, type Sample } from './cells';
import type { ClassChange, Uncertainty, ViewChange } from './model';
import type { Pair } from './pairs';
import { schemesOf } from './schemes';
import { isHardToSample, originsOf, signatureOf } from './signature';

/** What is compared: a table before and after, for one caller. */
export interface Comparison {
  readonly before: Subject;
  readonly after: Subject;
  readonly pair: Pair;
  /** A name to ask with. */
  readonly host: string;
  readonly from: Caller;
  /** What policies look at. */
  readonly operations: readonly RowMatch[];
  readonly namespace: string | undefined;
}

export interface Compared {
  readonly view: ViewChange;
  readonly uncertain: readonly Uncertainty[];
  readonly total: number;
  /** All that was asked, to ask it again of what is in between. */
  readonly asked: readonly Asked[];
}

export interface Asked {
  readonly example: Request;
  /** The share of such requests that nobody gets: before or after, whichever is more. */
  readonly lost: number;
}

const EVERYTHING: RowMatch = Object.freeze({ headers: [], query: [], claims: [] });

/** Asks both configurations about each class of requests that either of them tells apart. */
export function compareViews(comparison: Comparison): Compared {
  const { pair, from, before, after, host } = comparison;
  const classes: ClassChange[] = [];
  const uncertain: Uncertainty[] = [];
  const asked: Asked[] = [];
  let total = 0;
  for (const scheme of schemesOf(comparison)) {
    const address = { scheme, host, port: pair.port, from };
    const isHttp = scheme === 'http' || scheme === 'https';
    const rows = ({ simulator }: Subject, known: readonly RouteRow[] | undefined): readonly RouteRow[] =>
      known && isHttp
        ? known
        : [{ condition: '', match: EVERYTHING, outcome: simulator.decide(requestOf(address, new Map())) }];
    const cells = cellsOf(
      rows(before, pair.before?.rows),
      rows(after, pair.after?.rows),
      isHttp ? comparison.operations : [],
    );
    for (const cell of cells) {
      const found = changesIn(cell, address, comparison, asked);
      classes.push(...found);
      total += Math.max(1, found.length);
      if (found.length === 0 && isUncertain(cell, comparison)) {
        uncertain.push({
          kind: cell.samples.length === 0 ? 'regex' : 'rewrite',
          host,
          sources: [...sourcesOf(cell.before), ...sourcesOf(cell.after)],
        });
      }
    }
  }
  return { view: { port: pair.port, callers: [from], classes, total }, uncertain, total, asked };
}

/** What is different for the requests of a class: once for the class, or for what policies tell apart in it. */
function changesIn(
  cell: Cell,
  address: Address,
  comparison: Comparison,
  asked: Asked[],
): readonly ClassChange[] {
  const samples = samplesOf(cell, comparison);
  const changes = samples.map((sample) => changeOf(sample, cell, address, comparison, asked));
  const ofPolicies = changes.filter((_, i) => samples[i]!.operation);
  const found = distinct(ofPolicies.flatMap((change) => change ?? []));
  if (ofPolicies.length > 0 && ofPolicies.every((change) => change && isSame(change, ofPolicies[0]!))) {
    return [{ ...found[0]!, requests: classOfCell(cell) }];
  }
  const plain = changes.flatMap((change, i) => (samples[i]!.operation ? [] : (change ?? [])));
  return found.length > 0 ? found : onePerAspects(plain);
}

/** A sample that shows nothing new is left out. */
function onePerAspects(changes: readonly ClassChange[]): readonly ClassChange[] {
  const found = new Map<string, ClassChange>();
  for (const change of changes) {
    const key = change.aspects.join();
    if (!found.has(key)) found.set(key, change);
  }
  return [...found.values()];
}

function distinct(changes: readonly ClassChange[]): readonly ClassChange[] {
  return [
    ...new Map(changes.map((one) => [JSON.stringify([one.requests, one.before, one.after]), one])).values(),
  ];
}

function classOfCell({ before, after, isRest, except }: Cell): RequestClass {
  return classOf(before.match, after.match, isRest, except());
}

/** Where a rule has cross-origin rules, browsers are told apart by where they come from. */
function samplesOf({ samples, before, after }: Cell, comparison: Comparison): readonly Sample[] {
  const origins = [...originsOf(comparison.before, before), ...originsOf(comparison.after, after)];
  const [base] = samples;
  if (!base) return samples;
  return [
    ...samples,
    ...[...new Set(origins)].map((origin) => ({ probe: new Map(base.probe).set('header origin', origin) })),
  ];
}

function changeOf(
  { probe, operation }: Sample,
  cell: Cell,
  address: Address,
  { before, after, namespace }: Comparison,
  asked: Asked[],
): ClassChange | undefined {
  const example = requestOf(address, probe);
  const ask = ({ simulator }: Subject): Decision => simulator.decide(example);
  const [first, second] = [treatmentOf(ask(before), namespace), treatmentOf(ask(after), namespace)];
  asked.push({ example, lost: Math.max(lostShare(first), lostShare(second)) });
  const aspects = differences(first, second);
  if (aspects.length === 0) return undefined;
  const requests = operationIn(classOfCell(cell), operation);
  const sources = { before: sourcesOf(cell.before), after: sourcesOf(cell.after) };
  return {
    requests,
    example,
    before: first,
    after: second,
    aspects,
    moved: movedShare(first, second),
    sources,
  };
}

function isSame(one: ClassChange, other: ClassChange): boolean {
  return JSON.stringify([one.before, one.after]) === JSON.stringify([other.before, other.after]);
}

/** Nothing was found, but not everything could be tried. */
function isUncertain(cell: Cell, { before, after }: Comparison): boolean {
  const { samples } = cell;
  const tables = [cell.before, cell.after].map((row) => ({ port: 0, callers: [], rows: [row] }));
  const [first, second] = [signatureOf(before, tables[0]), signatureOf(after, tables[1])];
  const isAlike = differences(treatmentOf(cell.before.outcome), treatmentOf(cell.after.outcome)).length === 0;
  if (samples.length === 0) return !isAlike;
  return first !== second && (isHardToSample(before, cell.before) || isHardToSample(after, cell.after));
}

function sourcesOf({ object, at }: RouteRow): readonly Source[] {
  return object ? [{ object, ...(at !== undefined && { at }) }] : [];
}
