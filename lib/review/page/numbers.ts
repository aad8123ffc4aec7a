import { markup, type Markup } from './markup';

/** Shares and times stand out: they are what one looks for. */
export function withNumbers(text: string): Markup {
  const pieces = text.split(/([<>]?\d+(?:\.\d+)? (?:%|ms|s|min)(?!\w))/);
  return markup`${pieces.map((piece, i) => (i % 2 === 1 ? markup`<b>${piece}</b>` : piece))}`;
}
