import { fieldsList } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import type { HttpMatch, HttpRule, StringMatch } from '../../../simulate/virtual-service/model';
import { readHttpMatch } from '../../../simulate/virtual-service/read-match';
import { covers } from './covers';

type Matches = Pick<HttpRule, 'matches'>;

/** What the routes of a VirtualService take: to read all that they do with it would take longer than all rules. */
export function matchesOf(config: Config): readonly Matches[] {
  return fieldsList(config.spec.http).map(({ match }, i) => ({
    matches: fieldsList(match).map((one, j) =>
      readHttpMatch(one, { config, at: `spec.http[${i}].match[${j}]` }),
    ),
  }));
}

interface Earlier<T> {
  readonly match: HttpMatch;
  readonly from: T;
  readonly order: number;
}

/** Of so many earlier matches for one path, the others are not looked at: in doubt a route can be reached. */
const MOST_ALIKE = 500;
const ANY_PATH = 'any';

/** What rules take that are asked first. They are found by their paths: there may be thousands. */
export class EarlierMatches<T> {
  private readonly byPath = new Map<string, Earlier<T>[]>();
  private readonly lengths = new Set<number>();
  private count = 0;

  add(match: HttpMatch, from: T): void {
    const { kind, text = '' } = match.uri ?? {};
    if (kind === 'prefix') this.lengths.add(text.length);
    const path = kind === undefined || kind === 'present' ? ANY_PATH : pathOf(kind, text);
    const list = this.byPath.get(path) ?? [];
    if (list.length === MOST_ALIKE) return;
    list.push({ match, from, order: this.count++ });
    this.byPath.set(path, list);
  }

  /** From where the first one is that takes all that the match would. */
  before(match: HttpMatch): T | undefined {
    const found = this.pathsAround(match.uri).flatMap(
      (path) => this.byPath.get(path)?.find((earlier) => covers(earlier.match, match)) ?? [],
    );
    return found.sort((a, b) => a.order - b.order)[0]?.from;
  }

  /** Where those stand that may take all of this path. */
  private pathsAround(uri: HttpMatch['uri']): readonly string[] {
    if (!uri) return EVERY_PATH;
    const { kind, text } = uri;
    const shorter = kind === 'regex' ? [] : [...this.lengths].filter((length) => length <= text.length);
    const prefixes = shorter.map((length) => pathOf('prefix', text.slice(0, length)));
    return [...new Set([...EVERY_PATH, pathOf(kind, text), ...prefixes])];
  }

  /** The same for a rule: nothing if any of its matches is still free. */
  beforeAll({ matches }: Matches): T | undefined {
    let first: T | undefined;
    for (const match of matches) {
      const found = this.before(match);
      if (found === undefined) return undefined;
      first ??= found;
    }
    return first;
  }
}

/** Whether letters count in upper and lower case is another question. */
function pathOf(kind: StringMatch['kind'], text: string): string {
  return `${kind} ${text.toLowerCase()}`;
}

/** Where those stand that take all paths. */
const EVERY_PATH = [ANY_PATH, pathOf('prefix', '/'), pathOf('regex', '.*')];
