import type { Block, Diagram, Item, Table } from '../words/blocks';
import { sourcesText } from '../words/sources';
import { visible } from './visible';

/** Markdown as GitHub shows it, in files and in comments of pull requests. */
export function renderMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(markdownOf).join('\n\n')}\n`;
}

function markdownOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${escaped(block.text)}`;
    case 'line':
      return escaped(block.text);
    case 'hosts':
      return escaped(`${block.hosts.map(({ text }) => text).join('; ')}.`);
    case 'items':
      return block.items.map((item) => `- ${itemText(item)}`).join('\n');
    case 'table':
      return tableText(block);
    case 'diagram':
      return diagramText(block);
  }
}

function itemText({ text, sources }: Item): string {
  return sources.length > 0 ? `${escaped(text)} <sub>${escaped(sourcesText(sources))}</sub>` : escaped(text);
}

function tableText({ columns, rows }: Table): string {
  const hasSources = rows.some(({ sources }) => sources.length > 0);
  const titles = ['', ...columns, ...(hasSources ? ['Said by'] : [])];
  return [
    titles,
    titles.map((_, i) => (i === 0 ? '--:' : '---')),
    ...rows.map(({ cells, sources }, i) => [
      `${i + 1}`,
      ...cells.map(escaped),
      ...(hasSources ? [sources.length > 0 ? `<sub>${escaped(sourcesText(sources))}</sub>` : ''] : []),
    ]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** What would be markup, or a mention of somebody, is text. Line breaks in cells are those that we make. */
function escaped(text: string): string {
  return text
    .split('\n')
    .map((one) =>
      visible(one)
        .replace(/[\\`*_[\]|~]/g, '\\$&')
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/@(?=\w)/g, '@\u200b'),
    )
    .join('<br>');
}

const SHAPES: Readonly<Record<Diagram['nodes'][number]['shape'], readonly [string, string]>> = {
  caller: ['([', '])'],
  rule: ['[', ']'],
  receiver: ['[[', ']]'],
  answer: ['{{', '}}'],
};

function diagramText({ nodes, arrows }: Diagram): string {
  return [
    '```mermaid',
    'flowchart LR',
    ...nodes.map(({ id, text, shape }) => `  ${id}${SHAPES[shape][0]}"${label(text)}"${SHAPES[shape][1]}`),
    ...arrows.map(({ from, to, text, isCopy }) => {
      const arrow = isCopy ? '-.->' : '-->';
      return `  ${from} ${arrow}${text === '' ? '' : `|"${label(text)}"|`} ${to}`;
    }),
    '```',
  ].join('\n');
}

/** Mermaid reads entities with `#`, and Markdown in texts: a number with a dot would become a list. */
function label(text: string): string {
  return visible(text)
    .replace(/[#"`<>&*_\\]/g, (one) => `#${one.charCodeAt(0)};`)
    .replace(/^(\d+)\. /, '$1&nbsp; ')
    .replace('&nbsp;', '#160;');
}
