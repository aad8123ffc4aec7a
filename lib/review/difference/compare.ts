import type { Caller, Request } from '../../simulate/request';
import type { RouteRow, RowMatch } from '../../simulate/table/routes';
import { conditionsOf } from '../classes/conditions';
import { requestOf } from '../classes/request';
import type { Subject } from '../subject/subject';
import { differences } from '../treatment/same';
import { treatmentOf } from '../treatment/treatment';
import { cellsOf, type Cell } from './cells';
import { changesIn, sourcesOf } from './changes';
import { corsAtoms } from './cors';
import type { ClassChange, Uncertainty, ViewChange } from './model';
import type { Pair } from './pairs';
import { schemesOf } from './schemes';
import { isHardToSample, signatureOf } from './signature';

/** What is compared: a table before and after, for one caller. */
export interface Comparison {
  readonly before: Subject;
  readonly after: Subject;
  readonly pair: Pair;
  /** A name to ask with. */
  readonly host: string;
  readonly from: Caller;
  /** What policies look at, condition by condition. */
  readonly atoms: readonly RowMatch[];
  readonly isSecurityChanged: boolean;
  /** The policies of this host are not the same. */
  readonly isPolicyChanged: boolean;
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
  /** Whether they are let in depends on what the manifests do not say, before and after. */
  readonly isUncertain: boolean;
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
        ? known.flatMap((row) => inScheme(scheme, row))
        : [{ condition: '', match: EVERYTHING, outcome: simulator.decide(requestOf(address, new Map())) }];
    const { cells, axes } = cellsOf(
      rows(before, pair.before?.rows),
      rows(after, pair.after?.rows),
      isHttp ? [...comparison.atoms, ...corsAtoms(comparison)] : [],
    );
    for (const cell of cells) {
      if (!cell.isComplete && (comparison.isSecurityChanged || !isAlike(cell)))
        uncertain.push({ kind: 'combinations', host, sources: [] });
      const { changes, total: own } = changesIn(cell, axes, address, comparison, asked);
      classes.push(...changes.map((one) => (isHttp ? one : { ...one, connections: KINDS[scheme] })));
      total += own;
      if (changes.length === 0 && isHard(cell, comparison)) {
        uncertain.push({
          kind: cell.samples.length === 0 ? 'regex' : 'rewrite',
          host,
          sources: [...sourcesOf(cell.before), ...sourcesOf(cell.after)],
        });
      }
    }
  }
  if (comparison.isPolicyChanged && asked.some(({ isUncertain }) => isUncertain))
    uncertain.push({ kind: 'access', host, sources: [] });
  return {
    view: { port: pair.port, callers: [from], classes: joined(classes), total },
    uncertain,
    total,
    asked,
  };
}

/** Every request has the scheme in which the port is spoken to: a condition on it holds for all of them, or for none. */
function inScheme(scheme: string, row: RouteRow): readonly RouteRow[] {
  const { headers } = row.match;
  const own = headers.filter(({ name }) => name === ':scheme');
  if (own.length === 0) return [row];
  const canBe = conditionsOf({ headers: own, query: [], claims: [] }).every((one) => one.holds(scheme));
  const others = headers.filter(({ name }) => name !== ':scheme');
  return canBe ? [{ ...row, match: { ...row.match, headers: others } }] : [];
}

const KINDS = { http: 'all', https: 'all', tcp: 'plain', tls: 'tls' } as const;

/** Connections of which the same comes with and without TLS are one class. */
function joined(classes: readonly ClassChange[]): readonly ClassChange[] {
  const [first, second] = classes;
  if (classes.length !== 2 || !first?.connections || !second?.connections) return classes;
  const isAlike =
    JSON.stringify([first.before, first.after]) === JSON.stringify([second.before, second.after]);
  return isAlike ? [{ ...first, connections: 'all' }] : classes;
}

function isAlike({ before, after }: Cell): boolean {
  return differences(treatmentOf(before.outcome), treatmentOf(after.outcome)).length === 0;
}

/** Nothing was found, but not everything could be tried. */
function isHard(cell: Cell, { before, after }: Comparison): boolean {
  const { samples } = cell;
  const tables = [cell.before, cell.after].map((row) => ({ port: 0, callers: [], rows: [row] }));
  const [first, second] = [signatureOf(before, tables[0]), signatureOf(after, tables[1])];
  if (samples.length === 0) return !isAlike(cell);
  return first !== second && (isHardToSample(before, cell.before) || isHardToSample(after, cell.after));
}
