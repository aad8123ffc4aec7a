import { compileRegex } from '../model/regex';

/** Checks of arguments. They throw at once: `<thing> must be <allowed>, got <value>; <what to do>`. */

export function fail(thing: string, allowed: string, got: unknown, advice: string): never {
  throw new Error(`${thing} must be ${allowed}, got ${show(got)}; ${advice}`);
}

/** An integer in a range, both ends included. */
export function checkInteger(thing: string, got: number, min: number, max: number, advice: string): number {
  if (!Number.isInteger(got) || got < min || got > max)
    fail(thing, `an integer from ${min} to ${max}`, got, advice);
  return got;
}

/** A Kubernetes name: a DNS label. */
export function checkDnsLabel(thing: string, got: string): string {
  if (!/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(got)) {
    fail(
      thing,
      'a DNS label (lower case letters, digits and dashes, at most 63)',
      got,
      'choose another name',
    );
  }
  return got;
}

/** The name of a header: a token of HTTP. Told in lower case, since case does not matter in them. */
export function checkHeaderName(thing: string, got: string): string {
  if (typeof got !== 'string' || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/.test(got)) {
    fail(thing, 'the name of an HTTP header', got, 'use letters, digits and dashes');
  }
  const name = got.toLowerCase();
  if (name === 'host')
    fail(thing, 'a header other than host', got, 'the host is chosen by the service or the gateway');
  return name;
}

/** The value of a header that is written: what HTTP allows in one, and nothing that a proxy would replace. */
export function checkHeaderText(thing: string, got: string): string {
  const control = (char: string) => char < ' ' || char === '\u007f';
  if (typeof got !== 'string' || got.length === 0 || got.length > 4096 || [...got].some(control)) {
    fail(
      thing,
      'a text of 1 to 4096 characters without control characters',
      got,
      'remove the header instead of emptying it',
    );
  }
  return got;
}

/** The name or the value of a cookie. @see https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1 */
export function checkCookie(thing: string, text: string): string {
  if (typeof text !== 'string' || !/^[!#$%&'()*+\-./0-9:<>?@A-Z[\]^_`a-z{|}~]{1,1024}$/.test(text)) {
    fail(
      thing,
      'characters that RFC 6265 allows (no blanks, quotes, commas, semicolons or =)',
      text,
      'encode it',
    );
  }
  return text;
}

/** A path that proxies leave as it is, so that it can match. */
export function checkPath(thing: string, path: string): string {
  const allowed =
    typeof path === 'string' && path.length <= 1024 && /^\/[A-Za-z0-9/\-._~!$&'()*+,;=:@%]*$/.test(path);
  if (!allowed) {
    fail(
      thing,
      'a path that starts with / (no query, no fragment)',
      path,
      'encode other characters, match queries with Match.query',
    );
  }
  if (/\/\/|\/\.{1,2}(\/|$)|%2f|%(?![0-9a-f]{2})/i.test(path)) {
    fail(
      thing,
      'a normalised path (no //, no dot segments, no %2F)',
      path,
      'write it as the proxy will see it',
    );
  }
  return path;
}

/** An expression in RE2's syntax. */
export function checkRegex(thing: string, pattern: string): string {
  if (typeof pattern !== 'string' || pattern === '' || pattern === '*' || pattern.length > 1024) {
    fail(thing, 'a regular expression of at most 1024 characters', pattern, 'write .* for anything');
  }
  try {
    compileRegex(pattern);
  } catch (error) {
    fail(
      thing,
      'a regular expression in RE2 syntax',
      pattern,
      `the parser says: ${(error as Error).message}`,
    );
  }
  return pattern;
}

function show(got: unknown): string {
  if (typeof got === 'string') return JSON.stringify(got);
  if (got === undefined || got === null || typeof got !== 'object') return String(got);
  return Array.isArray(got) ? `[${got.map(show).join(', ')}]` : 'an object';
}
