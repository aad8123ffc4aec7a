import type { Text } from '../../report/marked';

export { duration, percent } from '../../review/words/numbers';

/** Pieces with something in between. */
export function join(texts: readonly Text[], separator: string): Text {
  return texts.flatMap((text, i) => (i === 0 ? text : [separator, ...text]));
}
