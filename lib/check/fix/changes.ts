import type { Edit, EditValue } from '../edit';
import { Refusal, type Change } from './change';
import { insertion } from './insertion';
import { removal } from './removal';
import { find, type Found, type Node, type ScalarNode } from './tree';
import { writeBlock, writeFlow, writeScalar, type Quotes } from './write';
import { styleOf, type Written } from './written';

/** An edit whose value is known, and what it does to the text. */
export interface Planned {
  readonly edit: Edit;
  readonly change: Change;
}

/**
 * What an edit does to the text.
 * @throws Refusal if it cannot be made there for certain
 */
export function plan(edit: Edit, written: Written): Planned {
  if (edit.kind === 'insert') return { edit, change: insertion(edit, written) };
  const found = find(written.root, edit.path);
  if (!found) throw new Refusal('it comes from an alias or a merge (<<)');
  switch (edit.kind) {
    case 'remove':
      return { edit, change: removal(found, written) };
    case 'rename':
      return { edit, change: renaming(found, edit.to, written) };
    case 'quote': {
      const { start, end } = single(found.node);
      const value = written.source.slice(start, end);
      if (!/^[^\s"'\\]+$/.test(value)) throw new Refusal('it is not one plain word');
      return { edit: { kind: 'set', path: edit.path, value }, change: { start, end, text: `"${value}"` } };
    }
    case 'set':
      return { edit, change: replacement(found, edit.value, written) };
  }
}

function renaming({ parent, index }: Found, to: string, { isJson }: Written): Change {
  if (parent.kind !== 'map') throw new Refusal('it is no field');
  const key = single(parent.entries[index]!.key);
  return { start: key.start, end: key.end, text: writeScalar(to, quotesOf(key, isJson)) };
}

function replacement(found: Found, value: EditValue, written: Written): Change {
  const node = single(found.node);
  const { start, end } = node;
  if (typeof value !== 'object')
    return { start, end, text: writeScalar(value, quotesOf(node, written.isJson)) };
  const lines = blockBelow(found, node, value, written);
  if (!lines) return { start, end, text: writeFlow(value, styleOf(written)) };
  const gap = /[ \t]*$/.exec(written.source.slice(0, start))![0].length;
  return { start: start - gap, end, text: lines.map((line) => `${written.lines.eol}${line}`).join('') };
}

/** In block style an object goes below its key; not where a comment stands beside it. */
function blockBelow(
  { parent, index }: Found,
  { begin, start, end }: ScalarNode,
  value: EditValue,
  { lines, step }: Written,
): readonly string[] | undefined {
  if (parent.kind !== 'map' || parent.isFlow || begin !== start || lines.behind(end).trim() !== '')
    return undefined;
  const key = parent.entries[index]!.key;
  if (lines.startOf(key.begin) !== lines.startOf(start)) return undefined;
  return writeBlock(value, `${' '.repeat(lines.before(key.begin).length)}${step}`, step);
}

/** A scalar that can be written over: in one piece, and without a tag, which would say what it is. */
function single(node: Node): ScalarNode {
  if (node.kind === 'alias') throw new Refusal('it comes from an alias');
  if (node.kind !== 'scalar') throw new Refusal('it is no single value');
  if (node.style === 'nothing') throw new Refusal('nothing is written there');
  if (node.style === 'block') throw new Refusal('it is a text of several lines');
  if (node.hasTag) throw new Refusal('it has a tag');
  return node;
}

function quotesOf({ style }: ScalarNode, isJson: boolean): Quotes {
  if (isJson) return 'double';
  return style === 'single' || style === 'double' ? style : 'plain';
}
