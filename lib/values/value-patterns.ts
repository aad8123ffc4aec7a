import type { ValueMatch } from '../model/value-match';
import { checkRegex, fail } from './check';

/**
 * What the value of a header has to be. A header that comes several times is seen as one value, joined by commas.
 */
export class HeaderMatch {
  /** The whole value, in upper and lower case as given. */
  public static exact(text: string): HeaderMatch {
    return new HeaderMatch({ kind: 'exact', text: checkText('a header value', text) });
  }

  /** The beginning of the value. */
  public static prefix(text: string): HeaderMatch {
    return new HeaderMatch({ kind: 'prefix', text: checkText('a header prefix', text) });
  }

  /**
   * A regular expression (RE2) that the whole value matches.
   * @see https://github.com/google/re2/wiki/Syntax
   */
  public static regex(pattern: string): HeaderMatch {
    return new HeaderMatch({ kind: 'regex', text: checkRegex('a header expression', pattern) });
  }

  /** The header is there, whatever its value. */
  public static present(): HeaderMatch {
    return new HeaderMatch({ kind: 'present' });
  }

  /** The header is not there. The Gateway API cannot say this. */
  public static absent(): HeaderMatch {
    return new HeaderMatch({ kind: 'absent' });
  }

  /** @internal */
  public readonly _match: ValueMatch;

  private constructor(match: ValueMatch) {
    this._match = Object.freeze(match);
    Object.freeze(this);
  }
}

/** What the value of a query parameter has to be: as it stands in the URL, not decoded, and the first one if it is repeated. */
export class QueryMatch {
  /** The whole value. */
  public static exact(text: string): QueryMatch {
    return new QueryMatch({ kind: 'exact', text: checkText('a query value', text) });
  }

  /** The beginning of the value. */
  public static prefix(text: string): QueryMatch {
    return new QueryMatch({ kind: 'prefix', text: checkText('a query prefix', text) });
  }

  /**
   * A regular expression (RE2) that the whole value matches.
   * @see https://github.com/google/re2/wiki/Syntax
   */
  public static regex(pattern: string): QueryMatch {
    return new QueryMatch({ kind: 'regex', text: checkRegex('a query expression', pattern) });
  }

  /** The parameter is there, whatever its value. */
  public static present(): QueryMatch {
    return new QueryMatch({ kind: 'present' });
  }

  /** @internal */
  public readonly _match: ValueMatch;

  private constructor(match: ValueMatch) {
    this._match = Object.freeze(match);
    Object.freeze(this);
  }
}

function checkText(thing: string, text: string): string {
  if (typeof text !== 'string' || text.length > 1024 || !/^[!-~]+( [!-~]+)*$/.test(text)) {
    fail(
      thing,
      '1 to 1024 printable ASCII characters with single blanks between them',
      text,
      'use present() if any value will do',
    );
  }
  return text;
}
