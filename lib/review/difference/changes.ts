import type { Decision } from '../../simulate/decision';
import type { RouteRow } from '../../simulate/table/routes';
import { requestOf, type Address } from '../classes/request';
import { classOf, operationIn, type RequestClass } from '../classes/request-class';
import type { Source } from '../facts';
import type { Subject } from '../subject/subject';
import { differences, lostShare, movedShare } from '../treatment/same';
import { treatmentOf } from '../treatment/treatment';
import type { Cell, Sample } from './cells';
import type { Asked, Comparison } from './compare';
import type { ClassChange } from './model';
import { originsOf } from './signature';

/** What is different for the requests of a class: once for the class, or for what policies tell apart in it. */
export function changesIn(
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

export function sourcesOf({ object, at }: RouteRow): readonly Source[] {
  return object ? [{ object, ...(at !== undefined && { at }) }] : [];
}
