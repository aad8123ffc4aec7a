// What should happen and what does happen, side by side.
import { isDeepStrictEqual } from 'node:util';

/**
 * Where two answers differ: `{ where: [wanted, got] }`; nothing if they do not. The `names` of the route may go on with
 * those of effects.
 */
export function differences({ names = [], ...wanted }, { names: gotNames = [], ...got }) {
  const found = {};
  if (names.some((name, i) => gotNames[i] !== name)) found.names = [names, gotNames];
  walk(plain(wanted), plain(got), [], found);
  return Object.keys(found).length > 0 ? found : undefined;
}

function walk(wanted, got, path, found) {
  if (isDeepStrictEqual(wanted, got)) return;
  if (!isObject(wanted) || !isObject(got)) {
    found[path.join(' ') || 'answer'] = [wanted, got];
    return;
  }
  if (wanted.kind !== got.kind) {
    found.kind = [wanted, got];
    return;
  }
  for (const key of new Set([...Object.keys(wanted), ...Object.keys(got)]))
    walk(wanted[key], got[key], [...path, key], found);
}

/** Without what is undefined, and shares rounded to millionths. */
function plain(answer) {
  return JSON.parse(JSON.stringify(answer), (key, part) =>
    typeof part === 'number' ? Math.round(part * 1e6) / 1e6 : part,
  );
}

function isObject(part) {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}
