import type { Duration } from 'cdk8s';
import type { CorsOrigin } from '../model/contribution';
import { checkRegex, fail } from './check';
import type { HttpMethod } from './match';

/** The web pages that may call, as browsers tell them: scheme, host and port. */
export class Origin {
  /** One origin: `https://shop.example.com`. */
  public static exact(origin: string): Origin {
    if (!/^[a-z][a-z0-9+.-]*:\/\/[a-z0-9.-]+(:[0-9]{1,5})?$/.test(origin)) {
      fail(
        'an origin',
        'scheme://host or scheme://host:port in lower case',
        origin,
        'write it as the browser sends it',
      );
    }
    return new Origin({ kind: 'exact', text: origin });
  }

  /** All subdomains, at any depth: `Origin.subdomains('https', 'example.com')` allows `https://a.b.example.com`. */
  public static subdomains(scheme: string, domain: string): Origin {
    const text = `${scheme}://*.${domain}`;
    if (!/^https?:\/\/\*\.[a-z0-9.-]+$/.test(text)) {
      fail(
        'an origin',
        'http or https and a domain in lower case',
        text,
        'leave scheme separators and ports out',
      );
    }
    return new Origin({ kind: 'wildcard', text });
  }

  /** Every origin. */
  public static any(): Origin {
    return new Origin({ kind: 'wildcard', text: '*' });
  }

  /** A regular expression (RE2) that the whole origin matches. The Gateway API cannot say this. */
  public static regex(pattern: string): Origin {
    return new Origin({ kind: 'regex', text: checkRegex('an origin expression', pattern) });
  }

  /** @internal */
  public readonly _origin: CorsOrigin;

  private constructor(origin: CorsOrigin) {
    this._origin = Object.freeze(origin);
    Object.freeze(this);
  }
}

/**
 * Which web pages of other origins may call, and how. The proxy answers their preflight requests itself.
 *
 * @see https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS
 */
export interface CorsPolicy {
  /** The origins that may call; at least one. */
  readonly allowOrigins: Origin[];
  /**
   * The methods that they may use.
   * @default - those that need no preflight: GET, HEAD and POST
   */
  readonly allowMethods?: HttpMethod[];
  /**
   * The request headers that they may set.
   * @default - those that need no preflight
   */
  readonly allowHeaders?: string[];
  /**
   * The response headers that they may read.
   * @default - those that browsers show anyway
   */
  readonly exposeHeaders?: string[];
  /**
   * How long a browser may remember the answer to a preflight, in whole seconds.
   * @default - what the browser does by itself: 5 s
   */
  readonly maxAge?: Duration;
  /**
   * Whether they may send cookies.
   * @default false
   */
  readonly allowCredentials?: boolean;
}
