// What the mistakes for both layers are made of.

export function copyOf(value) {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** An assignment to `__proto__` would be to the prototype. */
export function put(parent, key, value) {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Every value below the specs, by the name of its field; of each at most so many. */
export function valuesByField(objects, most) {
  const found = new Map();
  const visit = (node) => {
    if (typeof node !== 'object' || node === null) return;
    for (const [name, value] of Object.entries(node)) {
      if (!Array.isArray(node)) {
        if (!found.has(name)) found.set(name, []);
        if (found.get(name).length < most) found.get(name).push(value);
      }
      visit(value);
    }
  };
  for (const { spec } of objects) visit(spec);
  return found;
}

export function drop({ parent, key }) {
  if (Array.isArray(parent)) parent.splice(key, 1);
  else delete parent[key];
}

/** The element once more, or all of the list. */
export function repeat({ parent, key }) {
  if (Array.isArray(parent)) parent.push(copyOf(parent[key]));
  else if (Array.isArray(parent[key])) parent[key].push(...copyOf(parent[key]));
}

export function nothing({ parent, key }) {
  put(parent, key, null);
}

/** So many objects at a time that the oracle is kept busy. */
export function* batches(all) {
  let batch = [];
  for (const object of all) {
    batch.push(object);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

const BATCH = 200;
