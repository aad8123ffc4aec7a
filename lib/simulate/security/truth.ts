/**
 * What is known about a condition: `undefined` is "it depends on something that nobody told the simulator". With it,
 * an answer is certain only if it holds either way, instead of a guess.
 */
export type Truth = boolean | undefined;

export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

/** True if one is, false if all are not. */
export function anyOf<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = false;
  for (const item of items) {
    const truth = test(item);
    if (truth) return true;
    if (truth === undefined) result = undefined;
  }
  return result;
}

/** False if one is, true if all are. */
export function allOf<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let result: Truth = true;
  for (const item of items) {
    const truth = test(item);
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
}
