import type { RE2JS } from 're2js';

/**
 * Regular expressions as Envoy reads them: RE2 syntax, and the whole text has to match.
 *
 * The engine is loaded with the first expression, since most programs have none.
 */
const compiled = new Map<string, RE2JS>();

/** @throws an error that says what is wrong with the expression. */
export function compileRegex(pattern: string): RE2JS {
  let regex = compiled.get(pattern);
  if (!regex) {
    const { RE2JS } = require('re2js') as typeof import('re2js');
    regex = RE2JS.compile(pattern);
    compiled.set(pattern, regex);
  }
  return regex;
}

/** Whether the whole text matches. */
export function matchesRegex(pattern: string, text: string): boolean {
  return compileRegex(pattern).matches(text);
}

/** The text as a pattern that matches this text only. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}
