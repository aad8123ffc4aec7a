import type { Path } from '../manifest/position';
import type { Finding } from './finding';
import { MESH_RULES } from './rules/all';
import { REQUIRED, TYPE } from './schema/kinds';

const YIELDING: ReadonlyMap<string, readonly string[]> = new Map(
  MESH_RULES.flatMap(({ id, yieldsTo }) => (yieldsTo ? [[id, yieldsTo] as const] : [])),
);

/** What is said of the app, without what was said of the object already: one mistake, one finding. */
export function sayOnce(ofApp: readonly Finding[], ofObject: readonly Finding[]): readonly Finding[] {
  if (ofObject.length === 0 || ofApp.length === 0) return ofApp;
  return ofApp.filter(
    ({ id, path }) =>
      !ofObject.some(
        (said) =>
          isUnreadable(said, path) ||
          (YIELDING.get(id)?.includes(said.id) && (isBelow(path, said.path) || isBelow(said.path, path))),
      ),
  );
}

/** A value that cannot be read is nothing that one could look up. */
function isUnreadable({ id, path: bad }: Finding, path: Path): boolean {
  return (id === TYPE.id || id === REQUIRED.id) && isBelow(path, bad);
}

function isBelow(path: Path, other: Path): boolean {
  return other.length <= path.length && other.every((step, i) => path[i] === step);
}
