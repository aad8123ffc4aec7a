import type { RE2JS } from 're2js';

/**
 * Regular expressions as Envoy reads them: RE2 syntax, and the whole text has to match.
 *
 * The engine is loaded with the first expression, since most manifests have none.
 */
const compiled = new Map<string, RE2JS | undefined>();

/** Nothing if the expression is not valid: Envoy refuses it, too. */
export function compileRegex(pattern: string): RE2JS | undefined {
  if (!compiled.has(pattern)) compiled.set(pattern, compile(pattern));
  return compiled.get(pattern);
}

function compile(pattern: string): RE2JS | undefined {
  const { RE2JS: engine } = require('re2js') as typeof import('re2js');
  try {
    return engine.compile(pattern);
  } catch {
    return undefined;
  }
}

export function matchesRegex(pattern: string, text: string): boolean {
  return compileRegex(pattern)?.matches(text) ?? false;
}
