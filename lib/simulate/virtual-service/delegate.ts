import type { HttpMatch, HttpRule, StringMatch } from './model';

/**
 * The rules of a delegate as they hold under the rule that leads to them: both conditions have to be true, and what the
 * delegate leaves open is as in the rule above. A delegate's rule that contradicts the one above is dropped.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#Delegate
 */
export function mergeDelegate(root: HttpRule, rules: readonly HttpRule[]): readonly HttpRule[] {
  return rules.flatMap((rule) => mergeRule(root, rule) ?? []);
}

const INHERITED = [
  'rewrite',
  'response',
  'timeout',
  'retries',
  'fault',
  'mirror',
  'mirrors',
  'mirrorPercentage',
  'mirrorPercent',
  'cors',
  'headers',
] as const;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function inherit<K extends keyof HttpRule>(rule: Mutable<HttpRule>, root: HttpRule, field: K): void {
  if (rule[field] === undefined && root[field] !== undefined) rule[field] = root[field];
}

function mergeRule(root: HttpRule, leaf: HttpRule): HttpRule | undefined {
  const matches = mergeMatches(root.matches, leaf.matches);
  if (!matches) return undefined;
  const merged: Mutable<HttpRule> = { ...leaf, matches, name: joinNames(root.name, leaf.name) };
  for (const field of INHERITED) inherit(merged, root, field);
  return merged;
}

/** Every condition of the delegate needs one above that it agrees with. Nothing if one has none. */
function mergeMatches(
  root: readonly HttpMatch[],
  leaf: readonly HttpMatch[],
): readonly HttpMatch[] | undefined {
  if (root.length === 0) return leaf;
  if (leaf.length === 0) return root;
  const merged: HttpMatch[] = [];
  for (const inner of leaf) {
    const outers = root.filter((outer) => !conflict(outer, inner));
    if (outers.length === 0) return undefined;
    for (const outer of outers) merged.push(mergeMatch(outer, inner));
  }
  return merged;
}

function mergeMatch(root: HttpMatch, leaf: HttpMatch): HttpMatch {
  return {
    ...root,
    ...leaf,
    name: joinNames(root.name, leaf.name),
    headers: new Map([...root.headers, ...leaf.headers]),
    withoutHeaders: new Map([...root.withoutHeaders, ...leaf.withoutHeaders]),
    query: new Map([...root.query, ...leaf.query]),
    sourceLabels: new Map([...root.sourceLabels, ...leaf.sourceLabels]),
    gateways: leaf.gateways.length > 0 ? leaf.gateways : root.gateways,
  };
}

function joinNames(root: string, leaf: string): string {
  return root && leaf ? `${root}-${leaf}` : root || leaf;
}

function conflict(root: HttpMatch, leaf: HttpMatch): boolean {
  const pairs: readonly [StringMatch | undefined, StringMatch | undefined][] = [
    [root.uri, leaf.uri],
    [root.scheme, leaf.scheme],
    [root.method, leaf.method],
    [root.authority, leaf.authority],
    ...common(root.headers, leaf.headers),
    ...common(root.withoutHeaders, leaf.withoutHeaders),
    ...common(root.query, leaf.query),
  ];
  if (pairs.some(([outer, inner]) => textsConflict(outer, inner))) return true;
  if (root.ignoreCase !== leaf.ignoreCase) return true;
  if (root.port !== undefined && leaf.port !== undefined && root.port !== leaf.port) return true;
  if (root.sourceNamespace !== undefined && root.sourceNamespace !== leaf.sourceNamespace) return true;
  for (const [key, text] of leaf.sourceLabels) {
    if ((root.sourceLabels.get(key) ?? text) !== text) return true;
  }
  if (root.gateways.length === 0 || leaf.gateways.length === 0) return false;
  return (
    root.gateways.length < leaf.gateways.length || leaf.gateways.some((name) => !root.gateways.includes(name))
  );
}

function* common(
  root: ReadonlyMap<string, StringMatch>,
  leaf: ReadonlyMap<string, StringMatch>,
): Iterable<[StringMatch | undefined, StringMatch]> {
  for (const [name, inner] of leaf) yield [root.get(name), inner];
}

/** An expression agrees with nothing else, nor does presence; text agrees with what it narrows. */
function textsConflict(root: StringMatch | undefined, leaf: StringMatch | undefined): boolean {
  if (!root || !leaf) return false;
  const outer = meaningOf(root);
  const inner = meaningOf(leaf);
  if (outer === 'exact') return inner !== 'exact' || root.text !== leaf.text;
  if (outer === 'prefix')
    return (inner !== 'prefix' && inner !== 'exact') || !leaf.text.startsWith(root.text);
  return true;
}

/** An empty text is as good as none here. */
function meaningOf({ kind, text }: StringMatch): StringMatch['kind'] {
  return text === '' ? 'present' : kind;
}
