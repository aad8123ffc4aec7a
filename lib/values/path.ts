import type { PathMatch } from '../model/path-match';
import { checkPath, checkRegex } from './check';

/**
 * What the path of a request has to be. The query is not part of it. Proxies normalise the path first: `/a/./b` and
 * `/a/%62` are seen as `/a/b`, while `//` stays.
 *
 * @see https://gateway-api.sigs.k8s.io/reference/api-spec/main/spec/#httppathmatch
 */
export class PathPattern {
  /** The whole path: `/login` matches neither `/login/` nor `/login/x`. */
  public static exact(path: string): PathPattern {
    return new PathPattern({ kind: 'exact', path: checkPath('an exact path', path) });
  }

  /**
   * Leading segments of the path: `/api` matches `/api` and `/api/v1`, not `/apiary`. A trailing slash does not matter,
   * and `/` matches everything.
   */
  public static prefix(path: string): PathPattern {
    const segments = checkPath('a path prefix', path).replace(/\/$/, '');
    return new PathPattern(segments === '' ? undefined : { kind: 'prefix', path: segments });
  }

  /**
   * Leading characters of the path, as a plain VirtualService has it: `/api` matches `/apiary`, too. The Gateway API
   * cannot say this.
   */
  public static stringPrefix(path: string): PathPattern {
    const prefix = checkPath('a path prefix', path);
    return new PathPattern(prefix === '/' ? undefined : { kind: 'string-prefix', path: prefix });
  }

  /**
   * A regular expression (RE2) that the whole path matches. What Istio makes of one in an HTTPRoute comes after every
   * prefix, so that the Gateway API dialect may refuse it.
   *
   * @see https://github.com/google/re2/wiki/Syntax
   */
  public static regex(pattern: string): PathPattern {
    return new PathPattern({ kind: 'regex', path: checkRegex('a path expression', pattern) });
  }

  /**
   * `undefined` for every path.
   * @internal
   */
  public readonly _match: PathMatch | undefined;

  private constructor(match: PathMatch | undefined) {
    this._match = match && Object.freeze(match);
    Object.freeze(this);
  }
}
