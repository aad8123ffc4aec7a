/**
 * The intersection of two conditions: another condition, `EMPTY` when no request can satisfy both, or `UNKNOWN` when
 * requests may exist that satisfy both, but no single condition describes exactly these (two regular expressions).
 */
export type Meet<T> = T | typeof EMPTY | typeof UNKNOWN;

export const EMPTY = Symbol('empty');
export const UNKNOWN = Symbol('unknown');

/** True when the intersection is known and not empty. */
export function isMet<T>(meet: Meet<T>): meet is T {
  return meet !== EMPTY && meet !== UNKNOWN;
}
