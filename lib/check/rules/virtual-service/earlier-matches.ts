import type { HttpMatch, HttpRule } from '../../../simulate/virtual-service/model';
import { covers } from './covers';

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
  beforeAll({ matches }: HttpRule): T | undefined {
    let first: T | undefined;
    for (const match of matches) {
      const found = this.before(match);
      if (found === undefined) return undefined;
      first ??= found;
    }
    return first;
  }
}
