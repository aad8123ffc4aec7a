import { EMPTY, UNKNOWN, isMet, type Meet } from './meet';
import { describePath, meetPaths, type PathMatch } from './path-match';
import { describeValue, meetValues, type NamedMatch, type ValueMatch } from './value-match';

/**
 * Which requests something is about: all that satisfy every part. Lists are sorted by name, and a name stands once.
 *
 * Header names are in lower case. Cookies are told apart by name, although they share one header.
 */
export interface Condition {
  readonly path?: PathMatch;
  readonly method?: string;
  readonly headers: readonly NamedMatch[];
  readonly cookies: readonly NamedMatch[];
  readonly query: readonly NamedMatch[];
  readonly source?: Source;
}

/** Who calls: a namespace, and labels that the calling workload must carry (sorted by key). */
export interface Source {
  readonly namespace?: string;
  readonly labels: readonly (readonly [key: string, label: string])[];
}

/** Every request. */
export const ANY: Condition = Object.freeze({ headers: [], cookies: [], query: [] });

/** Whether every request satisfies it. */
export function isAny(condition: Condition): boolean {
  return condition === ANY || conditionKey(condition) === conditionKey(ANY);
}

/** The requests that satisfy both. */
export function meetConditions(a: Condition, b: Condition): Meet<Condition> {
  if (a === ANY) return b;
  if (b === ANY) return a;
  const method = meetEqual(a.method, b.method);
  const path = meetOptional(a.path, b.path, meetPaths);
  const headers = meetNamed(a.headers, b.headers);
  const cookies = meetNamed(a.cookies, b.cookies);
  const query = meetNamed(a.query, b.query);
  const source = meetOptional(a.source, b.source, meetSources);
  const parts = [method, path, headers, cookies, query, source];
  if (parts.includes(EMPTY)) return EMPTY;
  if (!(isMet(method) && isMet(path) && isMet(headers) && isMet(cookies) && isMet(query) && isMet(source))) {
    return UNKNOWN;
  }
  return meetCookieHeader({ path, method, headers, cookies, query, source });
}

/** Whether every request that satisfies `inner` satisfies `outer`, as far as that can be told. */
export function contains(outer: Condition, inner: Condition): boolean {
  if (outer === ANY || outer === inner) return true;
  return (
    (outer.method === undefined || outer.method === inner.method) &&
    (outer.path === undefined || (inner.path !== undefined && containsPath(outer.path, inner.path))) &&
    outer.headers.every(
      (header) => containsNamed(header, inner.headers) || impliedByCookies(header, inner),
    ) &&
    outer.cookies.every((cookie) => containsNamed(cookie, inner.cookies)) &&
    outer.query.every((parameter) => containsNamed(parameter, inner.query)) &&
    (outer.source === undefined || (inner.source !== undefined && containsSource(outer.source, inner.source)))
  );
}

function containsPath(outer: PathMatch, inner: PathMatch): boolean {
  const met = meetPaths(outer, inner);
  return met === inner || (isMet(met) && met.kind === inner.kind && met.path === inner.path);
}

function containsNamed(outer: NamedMatch, list: readonly NamedMatch[]): boolean {
  const inner = list.find(({ name }) => name === outer.name)?.match;
  if (!inner) return false;
  const met = meetValues(outer.match, inner);
  return met === inner || (isMet(met) && met.kind === inner.kind && textOf(met) === textOf(inner));
}

function textOf(match: ValueMatch): string {
  return 'text' in match ? match.text : '';
}

/** Who sends a cookie sends the header. */
function impliedByCookies({ name, match }: NamedMatch, { cookies }: Condition): boolean {
  return name === 'cookie' && match.kind === 'present' && cookies.length > 0;
}

function containsSource(outer: Source, inner: Source): boolean {
  const labels = new Map(inner.labels);
  return (
    (outer.namespace === undefined || outer.namespace === inner.namespace) &&
    outer.labels.every(([key, label]) => labels.get(key) === label)
  );
}

const keys = new WeakMap<Condition, string>();

/** A text that is the same for equal conditions. Parts are set off by characters that no part can hold. */
export function conditionKey(condition: Condition): string {
  let key = keys.get(condition);
  if (key === undefined) {
    const { path, method = '', headers, cookies, query, source } = condition;
    key = [
      path ? `${path.kind} ${path.path}` : '',
      method,
      namedKey(headers),
      namedKey(cookies),
      namedKey(query),
      source ? [source.namespace ?? '', ...source.labels.flat()].join('\u0001') : '',
    ].join('\u0002');
    keys.set(condition, key);
  }
  return key;
}

function namedKey(list: readonly NamedMatch[]): string {
  let key = '';
  for (const { name, match } of list) key += `${name}\u0001${match.kind}\u0001${textOf(match)}\u0001`;
  return key;
}

/** In words, for messages: `path /foo/*, header end-user = "jason"`. */
export function describeCondition(condition: Condition): string {
  const { path, method, headers, cookies, query, source } = condition;
  const words = [
    ...(method ? [`method ${method}`] : []),
    ...(path ? [describePath(path)] : []),
    ...headers.map(({ name, match }) => `header ${name} ${describeValue(match)}`),
    ...cookies.map(({ name, match }) => `cookie ${name} ${describeValue(match)}`),
    ...query.map(({ name, match }) => `query parameter ${name} ${describeValue(match)}`),
    ...(source?.namespace ? [`from namespace ${source.namespace}`] : []),
    ...(source?.labels ?? []).map(([key, label]) => `from workloads with ${key}=${label}`),
  ];
  return words.length > 0 ? `requests with ${words.join(', ')}` : 'every request';
}

function meetOptional<T>(
  a: T | undefined,
  b: T | undefined,
  meet: (a: T, b: T) => Meet<T>,
): Meet<T | undefined> {
  if (a === undefined) return b;
  return b === undefined ? a : meet(a, b);
}

function meetEqual<T>(a: T | undefined, b: T | undefined): Meet<T | undefined> {
  return meetOptional(a, b, (x, y) => (x === y ? x : EMPTY));
}

/** Both lists are sorted, so they are merged in one walk. */
function meetNamed(a: readonly NamedMatch[], b: readonly NamedMatch[]): Meet<readonly NamedMatch[]> {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const both: NamedMatch[] = [];
  let unknown = false;
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const x = a[i];
    const y = b[j];
    if (y === undefined || (x !== undefined && x.name < y.name)) {
      both.push(x!);
      i++;
    } else if (x === undefined || y.name < x.name) {
      both.push(y);
      j++;
    } else {
      const match = meetValues(x.match, y.match);
      if (match === EMPTY) return EMPTY;
      if (match === UNKNOWN) unknown = true;
      else both.push({ name: x.name, match });
      i++;
      j++;
    }
  }
  return unknown ? UNKNOWN : both;
}

function meetSources(a: Source, b: Source): Meet<Source> {
  const namespace = meetEqual(a.namespace, b.namespace);
  if (!isMet(namespace)) return EMPTY;
  const labels = new Map(a.labels);
  for (const [key, label] of b.labels) {
    if ((labels.get(key) ?? label) !== label) return EMPTY;
    labels.set(key, label);
  }
  return { namespace, labels: [...labels].sort(([x], [y]) => (x < y ? -1 : 1)) };
}

/** Cookies are written as a match of the `cookie` header, so nothing else can be said of that header beside them. */
function meetCookieHeader(condition: Condition): Meet<Condition> {
  if (condition.cookies.length === 0) return condition;
  const header = condition.headers.find(({ name }) => name === 'cookie');
  if (!header) return condition;
  if (header.match.kind === 'absent') return EMPTY;
  if (header.match.kind !== 'present') return UNKNOWN;
  return { ...condition, headers: condition.headers.filter((other) => other !== header) };
}
