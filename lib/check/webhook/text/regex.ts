import type { RE2JS } from 're2js';

/** In bytes. */
export const MAX_REGEX = 1024;

const problems = new Map<string, string | undefined>();
const MAX_KNOWN = 1000;

/** What is wrong with a regular expression of RE2, in RE2's words; nothing if it is fine. */
export function regexProblem(pattern: string): string | undefined {
  if (problems.has(pattern)) return problems.get(pattern);
  const problem = findProblem(pattern);
  if (problems.size >= MAX_KNOWN) problems.clear();
  problems.set(pattern, problem);
  return problem;
}

function findProblem(pattern: string): string | undefined {
  // The engine is loaded with the first expression, since most programs have none.
  const { RE2JS: engine } = require('re2js') as { RE2JS: typeof RE2JS };
  try {
    engine.compile(pattern);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
