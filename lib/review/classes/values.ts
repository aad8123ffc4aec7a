import type { Atom, Condition, Dimension } from './conditions';
import { samplesOf } from './samples';

/** The values of one dimension to try, so that all combinations of conditions occur that can be true together. */
export interface Domain {
  readonly dimension: Dimension;
  /** The plainest first. `undefined`: it is not sent. */
  readonly values: readonly (string | undefined)[];
  /** Whether every combination is among them: of regular expressions nobody can tell. */
  readonly isComplete: boolean;
}

/** A domain for each dimension that some condition is about. */
export function domainsOf(conditions: readonly Condition[]): readonly Domain[] {
  const atoms = new Map<Dimension, Atom[]>();
  for (const { dimension, atom } of conditions) {
    const known = atoms.get(dimension);
    if (known) known.push(atom);
    else atoms.set(dimension, [atom]);
  }
  return [...atoms].sort(([a], [b]) => (a < b ? -1 : 1)).map(([dimension, all]) => domainOf(dimension, all));
}

function domainOf(dimension: Dimension, atoms: readonly Atom[]): Domain {
  const fresh = freshWord(atoms);
  const plain = plainest(dimension, fresh);
  const values = new Set<string | undefined>(plain);
  for (const atom of atoms) for (const value of valuesOf(atom, fresh, dimension)) values.add(value);
  for (const text of withEndings(atoms, fresh, dimension)) values.add(text);
  if (dimension === 'header cookie') for (const pair of jointCookies([...values])) values.add(pair);
  return {
    dimension,
    values: [...values].filter((value) => isSendable(dimension, value)),
    isComplete: atoms.every(
      (atom) => (atom.kind !== 'regex' || endingOf(atom) !== undefined) && !atom.ignoreCase,
    ),
  };
}

/** What every request has, else that it is not sent; and something that nobody speaks of. */
function plainest(dimension: Dimension, fresh: string): readonly (string | undefined)[] {
  switch (dimension) {
    case 'path':
      return ['/', `/${fresh}`];
    case 'header :method':
      return ['GET', 'POST', 'DELETE'];
    case 'header :scheme':
    case 'header :authority':
      return [undefined];
    default:
      return [undefined, fresh];
  }
}

/** On both sides of where the text ends, and of where a segment ends. */
function valuesOf({ kind, text, ignoreCase }: Atom, fresh: string, dimension: Dimension): readonly string[] {
  switch (kind) {
    case 'present':
      return [fresh];
    case 'regex':
      return samplesOf(text);
    case 'exact':
      return [text, ...(ignoreCase ? [text.toUpperCase(), text.toLowerCase()] : [])];
    default: {
      const more = dimension === 'path' ? [`${text}/${fresh}`, `${text}${fresh}`] : [`${text}${fresh}`];
      return [text, ...more, ...(ignoreCase ? [text.toUpperCase(), text.toLowerCase()] : [])];
    }
  }
}

/** A word that no condition has in it, so that what is put behind a prefix meets no longer one. */
function freshWord(atoms: readonly Atom[]): string {
  let word = 'other';
  for (let i = 2; atoms.some(({ text }) => text.includes(word)); i++) word = `other${i}`;
  return word;
}

/** `x` of the regular expression `.*x`, as which policies are read that ask for an ending. */
function endingOf({ kind, text }: Atom): string | undefined {
  const [, ending] = kind === 'regex' ? (/^\.\*((?:[^.*+?^${}()|[\]\\]|\\[^\w\s])+)$/.exec(text) ?? []) : [];
  return ending?.replace(/\\(.)/g, '$1');
}

/** Each ending alone, and behind each start and each other ending. */
function withEndings(atoms: readonly Atom[], fresh: string, dimension: Dimension): readonly string[] {
  const endings = atoms.flatMap((atom) => endingOf(atom) ?? []);
  const starts = atoms.flatMap(({ kind, text }) => (kind === 'regex' || kind === 'present' ? [] : [text]));
  const slash = dimension === 'path' ? '/' : '';
  return endings.flatMap((ending) => [
    ending,
    `${slash}${fresh}${ending}`,
    ...[...starts, ...endings.map((other) => `${slash}${other}`)].flatMap((start) => [
      `${start}${ending}`,
      `${start}${slash}${fresh}${ending}`,
    ]),
  ]);
}

/** Conditions on cookies are regular expressions on one header: several can be true at once. */
function jointCookies(values: readonly (string | undefined)[]): readonly string[] {
  const pairs = values.filter((value) => value !== undefined && /^[^=;\s]+=[^;\s]+$/.test(value)).slice(0, 6);
  return pairs.flatMap((one, i) => pairs.slice(i + 1).map((other) => `${one}; ${other}`));
}

/** Whether a client can send it like that. */
function isSendable(dimension: Dimension, value: string | undefined): boolean {
  if (value === undefined) return true;
  if (dimension === 'path') return /^\/[^\s?#]*$/.test(value) && !/\/\.{1,2}(\/|$)/.test(value);
  return dimension.startsWith('query ') ? !/[&#\s]/.test(value) : value === value.trim();
}
