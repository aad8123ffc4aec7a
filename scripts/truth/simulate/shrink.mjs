// Makes a failing mesh smaller, by leaving out parts of it as long as the failure stays.

/** @param isSame whether a smaller mesh still fails alike */
export async function shrink(mesh, isSame, tries = 400) {
  let smallest = mesh;
  let left = tries;
  const attempt = async (candidate) => {
    if (left-- <= 0) return false;
    if (!(await isSame(candidate))) return false;
    smallest = candidate;
    return true;
  };
  for (let changed = true; changed && left > 0;) {
    changed = false;
    for (let i = smallest.documents.length - 1; i >= 0; i--) {
      const documents = smallest.documents.filter((_, j) => j !== i);
      if (await attempt({ ...smallest, documents })) changed = true;
    }
    for (const path of pathsIn(smallest.documents)) {
      if (left <= 0) break;
      const documents = without(smallest.documents, path);
      if (documents && (await attempt({ ...smallest, documents }))) changed = true;
    }
  }
  return smallest;
}

/** What the API server wants: the oracle ends without. */
const REQUIRED = new Set([
  'port',
  'name',
  'protocol',
  'listeners',
  'servers',
  'kind',
  'type',
  'backendRef',
  'gatewayClassName',
  'hosts',
  'host',
  'spec',
  'number',
  'template',
  'group',
  'destination',
  'requestMirror',
  'requestRedirect',
]);

/** All elements and fields of what the objects say, the inner ones last. */
function pathsIn(documents) {
  const paths = [];
  const walk = (value, path) => {
    if (typeof value !== 'object' || value === null) return;
    const keys = Array.isArray(value) ? [...value.keys()].reverse() : Object.keys(value);
    for (const key of keys) {
      if (!REQUIRED.has(key)) paths.push([...path, key]);
      walk(value[key], [...path, key]);
    }
  };
  documents.forEach(({ spec, metadata }, i) => {
    walk(spec, [i, 'spec']);
    for (const key of ['creationTimestamp', 'annotations'])
      if (metadata[key]) paths.push([i, 'metadata', key]);
  });
  return paths;
}

/** Nothing if the path is gone already. */
function without(documents, path) {
  const copy = JSON.parse(JSON.stringify(documents));
  const parent = path.slice(0, -1).reduce((value, key) => value?.[key], copy);
  const key = path.at(-1);
  if (typeof parent !== 'object' || parent === null || parent[key] === undefined) return undefined;
  if (Array.isArray(parent)) parent.splice(key, 1);
  else delete parent[key];
  return copy;
}
