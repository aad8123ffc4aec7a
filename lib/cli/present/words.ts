import type { Text } from '../../report/marked';

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

/** Pieces with something in between. */
export function join(texts: readonly Text[], separator: string): Text {
  return texts.flatMap((text, i) => (i === 0 ? text : [separator, ...text]));
}
