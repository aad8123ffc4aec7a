import type { RE2JS } from 're2js';

type Matcher = (text: string) => boolean;

let engine: typeof RE2JS | undefined;
const matchers = new Map<string, Matcher>();

/**
 * Whether a text has something that the regular expression matches. Go's RE2 decides, not JavaScript's: it knows
 * other classes, and needs linear time whatever it is given.
 */
export function compilePattern(pattern: string): Matcher {
  let matcher = matchers.get(pattern);
  if (!matcher) {
    engine ??= (require('re2js') as typeof import('re2js')).RE2JS; // many manifests need no pattern
    const compiled = engine.compile(pattern);
    matchers.set(pattern, (matcher = (text) => compiled.test(text)));
  }
  return matcher;
}
