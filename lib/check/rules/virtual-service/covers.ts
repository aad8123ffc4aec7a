import type { HttpMatch, StringMatch } from '../../../simulate/virtual-service/model';

/** Whether every request that has the later match has the earlier one, too. In doubt it says no. */
export function covers(earlier: HttpMatch, later: HttpMatch): boolean {
  return (
    coversPath(earlier, later) &&
    coversText(earlier.method, later.method) &&
    coversText(earlier.authority, later.authority) &&
    coversText(earlier.scheme, later.scheme) &&
    coversAll(earlier.headers, later.headers) &&
    coversAll(earlier.query, later.query) &&
    // What must not be there: the later match has to rule out at least as much.
    coversAll(earlier.withoutHeaders, later.withoutHeaders, (a, b) => coversText(b, a)) &&
    (earlier.port === undefined || earlier.port === later.port) &&
    (earlier.sourceNamespace === undefined || earlier.sourceNamespace === later.sourceNamespace) &&
    [...earlier.sourceLabels].every(([key, text]) => later.sourceLabels.get(key) === text) &&
    isNoLess(earlier.gateways, later.gateways)
  );
}

/** Whether it takes every request, as a rule without a match does. */
export function takesEverything(match: HttpMatch): boolean {
  return covers(match, EVERYTHING);
}

const EVERYTHING: HttpMatch = {
  place: undefined as never,
  name: '',
  ignoreCase: false,
  headers: new Map(),
  withoutHeaders: new Map(),
  query: new Map(),
  sourceLabels: new Map(),
  gateways: [],
};

function coversPath({ uri, ignoreCase }: HttpMatch, later: HttpMatch): boolean {
  if (!uri || isAnyPath(uri)) return true;
  if (!later.uri || (later.ignoreCase && !ignoreCase)) return false;
  const lower = ({ kind, text }: StringMatch): StringMatch => ({ kind, text: text.toLowerCase() });
  const isFolded = ignoreCase && uri.kind !== 'regex';
  return isFolded ? coversText(lower(uri), lower(later.uri)) : coversText(uri, later.uri);
}

function isAnyPath({ kind, text }: StringMatch): boolean {
  return (kind === 'prefix' && text === '/') || (kind === 'regex' && text === '.*');
}

/** Nothing asks for nothing. */
function coversText(earlier: StringMatch | undefined, later: StringMatch | undefined): boolean {
  if (!earlier) return true;
  if (!later) return false;
  if (earlier.kind === 'present') return true;
  if (earlier.kind === 'prefix' && (later.kind === 'prefix' || later.kind === 'exact'))
    return later.text.startsWith(earlier.text);
  return earlier.kind === later.kind && earlier.text === later.text;
}

function coversAll(
  earlier: ReadonlyMap<string, StringMatch>,
  later: ReadonlyMap<string, StringMatch>,
  isCovered = coversText,
): boolean {
  return [...earlier].every(([name, match]) => later.has(name) && isCovered(match, later.get(name)));
}

function isNoLess(earlier: readonly string[], later: readonly string[]): boolean {
  return earlier.length === 0 || (later.length > 0 && later.every((name) => earlier.includes(name)));
}
