import type { Path } from '../manifest/position';
import type { Finding } from './finding';
import { MESH_RULES } from './rules/all';
import { REQUIRED, TYPE } from './schema/kinds';

const YIELDING: ReadonlyMap<string, readonly string[]> = new Map(
  MESH_RULES.flatMap(({ id, yieldsTo }) => (yieldsTo ? [[id, yieldsTo] as const] : [])),
);

/** Where something was said: the paths, and all that surrounds them. */
interface Places {
  readonly paths: Set<string>;
  readonly around: Set<string>;
}

/** What is said of the app, without what was said of the object already: one mistake, one finding. */
export function sayOnce(ofApp: readonly Finding[], ofObject: readonly Finding[]): readonly Finding[] {
  if (ofObject.length === 0 || ofApp.length === 0) return ofApp;
  const said = placesById(ofObject);
  return ofApp.filter(({ id, path }) => {
    const prefixes = prefixesOf(path);
    const isAtOrAbove = (other: string): boolean =>
      prefixes.some((prefix) => said.get(other)?.paths.has(prefix));
    const isBelow = (other: string): boolean => said.get(other)?.around.has(prefixes.at(-1)!) === true;
    if (UNREADABLE.some(isAtOrAbove)) return false;
    return !YIELDING.get(id)?.some((other) => isAtOrAbove(other) || isBelow(other));
  });
}

/** A value that cannot be read is nothing that one could look up. */
const UNREADABLE = [TYPE.id, REQUIRED.id];

function placesById(findings: readonly Finding[]): ReadonlyMap<string, Places> {
  const places = new Map<string, Places>();
  for (const { id, path } of findings) {
    let place = places.get(id);
    if (!place) places.set(id, (place = { paths: new Set(), around: new Set() }));
    const prefixes = prefixesOf(path);
    place.paths.add(prefixes.at(-1)!);
    for (const prefix of prefixes) place.around.add(prefix);
  }
  return places;
}

/** A text for each part of the path, from its beginning: the last one is all of it. */
function prefixesOf(path: Path): readonly string[] {
  const prefixes = [''];
  for (const step of path)
    prefixes.push(`${prefixes.at(-1)!}\0${typeof step === 'number' ? '#' : ''}${step}`);
  return prefixes;
}
