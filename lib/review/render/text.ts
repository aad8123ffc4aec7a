import type { Block, Item } from '../words/blocks';
import { sourcesText } from '../words/sources';
import { visible } from './visible';

/** Plain text: one statement a line, so that a changed statement is a changed line. */
export function renderText(blocks: readonly Block[]): string {
  return `${blocks
    .flatMap(linesOf)
    .map((text) => visible(text).trimEnd())
    .join('\n')
    .trim()}\n`;
}

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return block.level === 3
        ? ['', `  ${block.text}`]
        : ['', block.text, (block.level === 1 ? '=' : '-').repeat(block.text.length)];
    case 'line':
      return [`  ${block.text}`];
    case 'hosts':
      return [`  ${block.hosts.map(({ text }) => text).join('; ')}.`];
    case 'items':
      return block.items.map((item) => `  - ${itemText(item)}`);
    case 'table':
      return block.rows.flatMap(({ sentences: [first = '', ...others], sources }, i) => [
        `  ${i + 1}. ${first}`,
        ...others.map((text) => `     ${text}`),
        ...(sources.length > 0 ? [`     [${sourcesText(sources)}]`] : []),
      ]);
    case 'diagram':
      return [];
  }
}

function itemText({ text, sources }: Item): string {
  return sources.length > 0 ? `${text} [${sourcesText(sources)}]` : text;
}
