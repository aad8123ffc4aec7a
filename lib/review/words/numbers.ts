/** `12.5 %`. What is not quite 0 or 1 never reads as if it were. */
export function percent(fraction: number): string {
  const hundredths = Math.round(fraction * 10_000);
  if (fraction > 0 && hundredths === 0) return '<0.01 %';
  if (fraction < 1 && hundredths === 10_000) return '>99.99 %';
  return `${hundredths / 100} %`;
}

/** `1.5 s`, from milliseconds. */
export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds} ms`;
  const seconds = milliseconds / 1000;
  return seconds < 120 || seconds % 60 !== 0 ? `${seconds} s` : `${seconds / 60} min`;
}

/** `1 connection`, `2 connections`, `3 retries` */
export function count(number: number, what: string): string {
  if (number === 1) return `1 ${what}`;
  return `${number} ${/[^aeiou]y$/.test(what) ? `${what.slice(0, -1)}ies` : /(s|x|ch|sh)$/.test(what) ? `${what}es` : `${what}s`}`;
}

/** `a`, `a and b`, `a, b and c` */
export function list(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
