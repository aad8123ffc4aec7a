import { ANY, describeCondition, meetConditions, type Condition, type Source } from '../model/condition';
import { EMPTY, UNKNOWN } from '../model/meet';
import { checkCookie, checkHeaderName, fail } from './check';
import type { PathPattern } from './path';
import type { HeaderMatch, QueryMatch } from './value-patterns';

/** The methods of HTTP. */
export enum HttpMethod {
  GET = 'GET',
  HEAD = 'HEAD',
  POST = 'POST',
  PUT = 'PUT',
  PATCH = 'PATCH',
  DELETE = 'DELETE',
  OPTIONS = 'OPTIONS',
  CONNECT = 'CONNECT',
  TRACE = 'TRACE',
}

/** Which workloads call. */
export interface CallerOptions {
  /**
   * The namespace of the caller.
   * @default - any
   */
  readonly namespace?: string;
  /**
   * Labels that the caller's pods carry.
   * @default - any
   */
  readonly labels?: { [key: string]: string };
}

/**
 * A condition on requests. Where constructs take a list of these, a request has to satisfy one of them.
 *
 *     Match.path(PathPattern.prefix('/api')).and(Match.header('end-user', HeaderMatch.exact('jason')))
 */
export class Match {
  /** Requests to these paths. */
  public static path(path: PathPattern): Match {
    return new Match(path._match ? { ...ANY, path: path._match } : ANY);
  }

  /** Requests with this method. */
  public static method(method: HttpMethod): Match {
    if (!Object.values(HttpMethod).includes(method)) {
      fail('a method', `one of ${Object.values(HttpMethod).join(', ')}`, method, 'use HttpMethod');
    }
    return new Match({ ...ANY, method });
  }

  /**
   * Requests with this header.
   * @param name in any case; not `host`
   */
  public static header(name: string, header: HeaderMatch): Match {
    return new Match({
      ...ANY,
      headers: [{ name: checkHeaderName('a header to match', name), match: header._match }],
    });
  }

  /**
   * Requests with this cookie.
   * @param name in upper and lower case as sent
   * @param text the value; any value if absent
   */
  public static cookie(name: string, text?: string): Match {
    checkCookie('a cookie name', name);
    if (text === undefined) return new Match({ ...ANY, cookies: [{ name, match: { kind: 'present' } }] });
    return new Match({
      ...ANY,
      cookies: [{ name, match: { kind: 'exact', text: checkCookie('a cookie value', text) } }],
    });
  }

  /**
   * Requests with this query parameter.
   * @param name as it stands in the URL
   */
  public static query(name: string, query: QueryMatch): Match {
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/.test(name)) {
      fail(
        'a query parameter',
        "a name of letters, digits and !#$%&'*+-.^_`|~",
        name,
        'encode it as clients do',
      );
    }
    return new Match({ ...ANY, query: [{ name, match: query._match }] });
  }

  /**
   * Requests of certain workloads in the mesh; requests through a gateway never satisfy it. Proxies cannot tell this
   * from the request: only sidecars know who they are. The Gateway API cannot say it.
   */
  public static caller(caller: CallerOptions): Match {
    const labels = Object.entries(caller.labels ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    if (labels.length === 0 && caller.namespace === undefined) {
      fail(
        'a caller',
        'told by its namespace or its labels',
        'neither',
        'leave the match away to mean every caller',
      );
    }
    const source: Source = { ...(caller.namespace !== undefined && { namespace: caller.namespace }), labels };
    return new Match({ ...ANY, source });
  }

  /** @internal */
  public readonly _condition: Condition;

  private constructor(condition: Condition) {
    this._condition = Object.freeze(condition);
    Object.freeze(this);
  }

  /**
   * Requests that satisfy this and the other condition.
   * @throws an error if none can, or if two different regular expressions are put on one thing
   */
  public and(other: Match): Match {
    const met = meetConditions(this._condition, other._condition);
    if (met === EMPTY || met === UNKNOWN) {
      const both = [this, other].map(({ _condition }) => describeCondition(_condition)).join(' and ');
      return met === EMPTY
        ? fail(
            'conditions',
            'such that a request can satisfy both',
            both,
            'put alternatives into the list of matches',
          )
        : fail(
            'conditions',
            'such that one condition describes both',
            both,
            'write one regular expression for both',
          );
    }
    return new Match(met);
  }
}
