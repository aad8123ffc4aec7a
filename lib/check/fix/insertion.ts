import type { Edit } from '../edit';
import { Refusal, type Change } from './change';
import { find, indexOf, type MapNode, type Node } from './tree';
import { writeBlock, writeFlow, writeKey } from './write';
import { styleOf, type Written } from './written';

/** Puts a field before another one: that is simpler than behind it, where comments and nested values stand. */
export function insertion(edit: Extract<Edit, { kind: 'insert' }>, written: Written): Change {
  const parent = parentOf(edit.path, written.root);
  const name = String(edit.path.at(-1));
  if (indexOf(parent, name) !== -1) throw new Refusal('it is there already');
  const neighbour = neighbourOf(parent, edit.before);
  return parent.isFlow ? flow(parent, neighbour, name, edit, written) : block(neighbour, name, edit, written);
}

function parentOf(path: Edit['path'], root: Node): MapNode {
  const node = path.length === 1 ? root : find(root, path.slice(0, -1))?.node;
  if (!node || node.kind === 'alias') throw new Refusal('it comes from an alias or a merge (<<)');
  if (node.kind !== 'map') throw new Refusal('there are no fields');
  return node;
}

/** Where the field that follows begins. Nothing if there is none. */
function neighbourOf(parent: MapNode, before: string | undefined): number | undefined {
  const index = before === undefined ? -1 : indexOf(parent, before);
  const begin = parent.entries[index === -1 ? 0 : index]?.key.begin;
  if (begin === -1) throw new Refusal('a key without a name stands there');
  return begin;
}

function flow(
  parent: MapNode,
  neighbour: number | undefined,
  name: string,
  { value }: Extract<Edit, { kind: 'insert' }>,
  written: Written,
): Change {
  const style = styleOf(written);
  const field = `${writeKey(name, style)}${style.colon}${writeFlow(value, style)}`;
  if (neighbour === undefined) return { start: parent.start + 1, end: parent.start + 1, text: field };
  const { lines, isJson } = written;
  const gap = isJson && style.colon === ':' ? ',' : ', ';
  const isOnOwnLine = lines.isFirst(neighbour);
  const text = isOnOwnLine ? `${field},${lines.eol}${lines.before(neighbour)}` : `${field}${gap}`;
  return { start: neighbour, end: neighbour, text };
}

function block(
  neighbour: number | undefined,
  name: string,
  { value }: Extract<Edit, { kind: 'insert' }>,
  { lines, ...written }: Written,
): Change {
  if (neighbour === undefined) throw new Refusal('there are no fields');
  const indent = ' '.repeat(lines.before(neighbour).length);
  const style = styleOf({ lines, ...written });
  const below = writeBlock(value, `${indent}${written.step}`, written.step);
  const key = `${writeKey(name, style)}:`;
  const field = below ? [key, ...below].join(lines.eol) : `${key} ${writeFlow(value, style)}`;
  return { start: neighbour, end: neighbour, text: `${field}${lines.eol}${indent}` };
}
