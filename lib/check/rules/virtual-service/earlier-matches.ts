import { fieldsList } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import type { HttpMatch, HttpRule } from '../../../simulate/virtual-service/model';
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

/** What rules take that are asked first. Exact paths are found by their text: there may be thousands. */
export class EarlierMatches<T> {
  private readonly exact = new Map<string, (readonly [HttpMatch, T])[]>();
  private readonly others: (readonly [HttpMatch, T])[] = [];

  add(match: HttpMatch, from: T): void {
    if (match.uri?.kind !== 'exact') {
      this.others.push([match, from]);
      return;
    }
    const key = match.uri.text.toLowerCase();
    const known = this.exact.get(key);
    if (known) known.push([match, from]);
    else this.exact.set(key, [[match, from]]);
  }

  /** From where the first one is that takes all that the match would. */
  before(match: HttpMatch): T | undefined {
    const same = match.uri?.kind === 'exact' ? this.exact.get(match.uri.text.toLowerCase()) : undefined;
    return [...(same ?? []), ...this.others].find(([earlier]) => covers(earlier, match))?.[1];
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
