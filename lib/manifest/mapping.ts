import { defineMappingTag } from 'js-yaml';

type Mapping = Record<string, unknown>;

let target: Mapping | undefined;
let merged = new Set<unknown>();

/**
 * Mappings as Kubernetes reads them. A `<<` overrides what stands before it, and is overridden by what stands behind it;
 * of several mappings in one `<<`, the first counts. That is why only what has just been merged counts as there: the
 * parser asks for nothing else, since equal keys are allowed.
 */
export const mappingTag = (tagName: string, matchByTagPrefix = false) =>
  defineMappingTag<Mapping>(tagName, {
    matchByTagPrefix,
    identify: () => false,
    create: () => ({}),
    addPair: (mapping, key, value) => {
      if (key === null || typeof key === 'object')
        return `a key must be a text, number or boolean, got ${key === null ? 'null' : 'a collection'}`;
      // eslint-disable-next-line @typescript-eslint/no-base-to-string -- no collection, as has just been asked
      put(mapping, String(key), value);
      return '';
    },
    has: (mapping, key) => {
      if (target !== mapping) [target, merged] = [mapping, new Set()];
      const isMerged = merged.has(key);
      merged.add(key);
      return isMerged;
    },
    keys: (mapping) => Object.keys(mapping),
    get: (mapping, key) => mapping[String(key)],
  });

/** An assignment to `__proto__` would be to the prototype. */
function put(mapping: Mapping, key: string, value: unknown): void {
  if (key !== '__proto__') mapping[key] = value;
  else Object.defineProperty(mapping, key, { value, enumerable: true, configurable: true, writable: true });
}
