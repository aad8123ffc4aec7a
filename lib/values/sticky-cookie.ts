import type { Duration } from 'cdk8s';
import { checkCookie, fail } from './check';
import { NOT_NEGATIVE, milliseconds } from './duration';

/** More about the cookie that keeps a client with a version. */
export interface StickyCookieOptions {
  /**
   * How long the browser keeps it, in whole seconds.
   * @default - until it is closed
   */
  readonly maxAge?: Duration;
  /**
   * The path that it is sent to.
   * @default '/'
   */
  readonly path?: string;
}

/**
 * A cookie that keeps a client with the version that it was given first. The answer of a version sets it to the name of
 * that version, and requests with it go to this version. (Session affinity does not do that: proxies draw the version
 * first and the endpoint next.)
 *
 * Clients have to send the cookie back, and applications in between have to pass it on.
 */
export class StickyCookie {
  /** A cookie of this name. */
  public static named(name: string, options: StickyCookieOptions = {}): StickyCookie {
    checkCookie('the name of a cookie', name);
    const path = options.path ?? '/';
    if (!/^\/[!-:<-~]*$/.test(path))
      fail('the path of a cookie', 'a path without blanks and semicolons', path, 'use /');
    const age = options.maxAge && milliseconds('the age of a cookie', options.maxAge, NOT_NEGATIVE);
    if (age !== undefined && age % 1000 !== 0)
      fail('the age of a cookie', 'whole seconds', `${age} ms`, 'round it');
    return new StickyCookie(
      name,
      `; Path=${path}${age === undefined ? '' : `; Max-Age=${age / 1000}`}; HttpOnly`,
    );
  }

  /** @internal */
  public readonly _name: string;

  /** @internal */
  public readonly _attributes: string;

  private constructor(name: string, attributes: string) {
    this._name = name;
    this._attributes = attributes;
    Object.freeze(this);
  }
}
