import { visible } from '../render/visible';

/** Text that is markup: made by the functions below only, so that everything that is put into it is escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = Markup | string | number | undefined | readonly Piece[];

/** Markup with texts, other markup or lists of these put in; nothing for what is undefined. Line breaks are for us. */
export function markup(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const parts = strings.map((text) => text.replace(/\n\s*/g, ''));
  return new Markup(parts.map((text, i) => (i === 0 ? text : textOf(pieces[i - 1]) + text)).join(''));
}

/** What is markup already: the looks and the scripts of the page. */
export function raw(text: string): Markup {
  return new Markup(text);
}

function textOf(piece: Piece): string {
  if (piece === undefined) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'object') return piece.map(textOf).join('');
  return escaped(String(piece));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What would be markup, or would show text in another order, is text: in elements, and in attributes with quotes. */
function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (one) => ENTITIES[one]!);
}

/** Data for a script: nothing in it ends the element, or shows text in another order. */
export function jsonFor(data: unknown): Markup {
  const text = JSON.stringify(data).replace(
    /[<>&\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return new Markup(text);
}
