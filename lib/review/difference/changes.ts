import type { Decision } from '../../simulate/decision';
import type { RouteRow } from '../../simulate/table/routes';
import { requestOf, type Address } from '../classes/request';
import { boxesOf } from '../classes/boxes';
import type { Axis } from '../classes/parts';
import { classOf, operationIn, type RequestClass } from '../classes/request-class';
import type { Probe } from '../classes/witness';
import type { Source, Treatment } from '../facts';
import type { Subject } from '../subject/subject';
import { differences, lostShare, movedShare } from '../treatment/same';
import { treatmentOf } from '../treatment/treatment';
import type { Cell } from './cells';
import type { Asked, Comparison } from './compare';
import type { ClassChange } from './model';

/** What is different for the requests of a cell, in as many classes as policies tell apart in it. */
export function changesIn(
  cell: Cell,
  axes: readonly Axis[],
  address: Address,
  comparison: Comparison,
  asked: Asked[],
): { readonly changes: readonly ClassChange[]; readonly total: number } {
  const points = cell.samples.flatMap(({ probe, at }) => {
    if (!at) return [];
    const change = changeOf(probe, cell, address, comparison, asked);
    const key = change ? JSON.stringify([change.before, change.after]) : '';
    return [{ at, key, change }];
  });
  const boxes = boxesOf(points, axes);
  const whole = classOfCell(cell);
  const changes = boxes.flatMap(({ point: { change }, operation }) =>
    change ? [{ ...change, requests: operationIn(whole, operation) }] : [],
  );
  const others = cell.samples.flatMap(({ probe, at }) =>
    at ? [] : (changeOf(probe, cell, address, comparison, asked) ?? []),
  );
  return { changes: [...changes, ...onlyNew(others, changes)], total: Math.max(1, boxes.length) };
}

/** What other samples show beside: a sample that shows nothing new is left out. */
function onlyNew(others: readonly ClassChange[], changes: readonly ClassChange[]): readonly ClassChange[] {
  const known = new Set(changes.flatMap(({ aspects }) => aspects));
  return others.filter(({ aspects }) => {
    const isNew = aspects.some((aspect) => !known.has(aspect));
    for (const aspect of aspects) known.add(aspect);
    return isNew;
  });
}

function classOfCell({ before, after, isRest, except }: Cell): RequestClass {
  return classOf(before.match, after.match, isRest, except());
}

function changeOf(
  probe: Probe,
  cell: Cell,
  address: Address,
  { before, after, namespace }: Comparison,
  asked: Asked[],
): ClassChange | undefined {
  const example = requestOf(address, probe);
  const ask = ({ simulator }: Subject): Decision => simulator.decide(example);
  const [first, second] = [treatmentOf(ask(before), namespace), treatmentOf(ask(after), namespace)];
  asked.push({
    example,
    lost: Math.max(lostShare(first), lostShare(second)),
    isUncertain: [first, second].every(({ access }) => access?.isUncertain),
  });
  const aspects = differences(first, second);
  if (aspects.length === 0) return undefined;
  const sources = { before: sourcesOf(cell.before), after: sourcesOf(cell.after) };
  return {
    requests: classOfCell(cell),
    example,
    ...(aspects.includes('access')
      ? { before: first, after: second }
      : { before: withoutAccess(first), after: withoutAccess(second) }),
    aspects,
    moved: movedShare(first, second),
    sources,
  };
}

/** Whether they are let in is no part of what changes: then it tells no classes apart. */
function withoutAccess(treatment: Treatment): Treatment {
  const { access, ...others } = treatment;
  return access ? others : treatment;
}

export function sourcesOf({ object, at }: RouteRow): readonly Source[] {
  return object ? [{ object, ...(at !== undefined && { at }) }] : [];
}
