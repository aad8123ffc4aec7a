// What headers may be called, and the values that Envoy takes.

const TOKEN = /^[!#$%&'*+,.^_`|~A-Za-z0-9-]+$/; // Istio lets a comma pass, too
const CLAIM = '@request.auth.claims';
const PSEUDO = new Set([':method', ':scheme', ':authority', ':path', ':status']);

export function isHeaderToken(name: string): boolean {
  return TOKEN.test(name);
}

/** Whether it stands for a claim of the token: `@request.auth.claims.sub`, `@request.auth.claims[a][b]`. */
export function isClaim(name: string): boolean {
  if (!name.toLowerCase().startsWith(CLAIM)) return false;
  const rest = name.slice(CLAIM.length);
  return (
    (rest.startsWith('.') && rest.length > 1) ||
    (rest.startsWith('[') && rest.endsWith(']') && rest.length > 2)
  );
}

/** Whether a match can be about this header. */
export function isMatchable(name: string): boolean {
  return isClaim(name) || PSEUDO.has(name) || isHeaderToken(name);
}

export function isAuthority(name: string): boolean {
  return [':authority', 'host'].includes(name.toLowerCase());
}

/** The states of a reader of `%VARIABLE(["arguments"])%`. */
type State = 'text' | 'name' | 'array' | 'string start' | 'string' | 'array end' | 'arguments end' | 'end';

/** What is wrong with a value; Envoy replaces what stands between percent signs. */
export function headerValueProblem(value: string): string | undefined {
  // eslint-disable-next-line no-control-regex -- they are what is looked for
  if (/[\u0000-\u0008\u000A-\u001F\u007F]/.test(value)) return 'has a control character';
  let state = 'text' as State;
  for (let i = 0; i < value.length; i++) {
    const char = value[i]!;
    const isLast = i + 1 === value.length;
    if (state === 'text') {
      if (char !== '%') continue;
      if (isLast) return 'ends in a lone %; a literal one is %%';
      if (value[i + 1] === '%') i++;
      else state = 'name';
    } else if (state === 'string' && char === '\\') {
      if (isLast) return 'ends in a backslash';
      i++;
    } else {
      const next: State | undefined = NEXT[state](char);
      if (next === undefined) return `has an unexpected ${JSON.stringify(char)} within %…%`;
      state = next;
    }
  }
  return state === 'text'
    ? undefined
    : 'has a % that opens a variable, and none that closes it; a literal one is %%';
}

const NEXT: Readonly<Record<Exclude<State, 'text'>, (char: string) => State | undefined>> = {
  name: (char) => (char === '%' ? 'text' : char === '(' ? 'array' : 'name'),
  array: (char) => (char === '[' ? 'string start' : char === ' ' ? 'array' : 'string'),
  'string start': (char) => (char === '"' ? 'string' : char === ' ' ? 'string start' : undefined),
  string: (char) => (char === ')' ? 'end' : char === '"' ? 'array end' : 'string'),
  'array end': (char) =>
    char === ',' ? 'string start' : char === ']' ? 'arguments end' : char === ' ' ? 'array end' : undefined,
  'arguments end': (char) => (char === ')' ? 'end' : char === ' ' ? 'arguments end' : undefined),
  end: (char) => (char === '%' ? 'text' : char === ' ' ? 'end' : undefined),
};
