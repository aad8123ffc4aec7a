import { Refusal, type Change } from './change';
import type { Found, ListNode, MapNode, Node } from './tree';
import type { Written } from './written';

/** Takes out a field or an element with a simple value. A comment beside it would be lost: then it stays. */
export function removal({ parent, index, node }: Found, { source, lines }: Written): Change {
  if (node.kind !== 'scalar' || node.style === 'block' || node.style === 'nothing')
    throw new Refusal('it is no single value');
  const begin = beginOf(parent, index);
  const next = index + 1 < sizeOf(parent) ? beginOf(parent, index + 1) : undefined;
  if (sizeOf(parent) === 1) throw new Refusal('nothing else is there');
  if (parent.isFlow) return inFlow(source, parent, index, { begin, end: node.end, next });
  const start = parent.kind === 'list' ? source.lastIndexOf('-', begin - 1) : begin;
  if (lines.behind(node.end).trim() !== '') throw new Refusal('a comment stands beside it');
  if (lines.isFirst(start)) return { start: lines.startOf(start), end: lines.after(node.end), text: '' };
  if (next === undefined || parent.kind === 'list' || source.slice(node.end, next).trim() !== '')
    throw new Refusal('it begins in the line of something else');
  return { start: begin, end: next, text: '' };
}

interface Extent {
  readonly begin: number;
  readonly end: number;
  readonly next: number | undefined;
}

/** The comma goes with it. */
function inFlow(
  source: string,
  parent: MapNode | ListNode,
  index: number,
  { begin, end, next }: Extent,
): Change {
  if (next !== undefined) {
    if (source.slice(end, next).replace(',', '').trim() !== '')
      throw new Refusal('a comment stands beside it');
    return { start: begin, end: next, text: '' };
  }
  const comma = source.lastIndexOf(',', begin - 1);
  const gap = source.slice(comma + 1, begin);
  if (comma === -1 || comma < beginOf(parent, index - 1) || gap.trim() !== '')
    throw new Refusal('a comment stands beside it');
  return { start: comma, end, text: '' };
}

function sizeOf(parent: MapNode | ListNode): number {
  return parent.kind === 'map' ? parent.entries.length : parent.items.length;
}

function beginOf(parent: MapNode | ListNode, index: number): number {
  const node: Node = parent.kind === 'map' ? parent.entries[index]!.key : parent.items[index]!;
  if (node.begin === -1) throw new Refusal('nothing is written there');
  return node.begin;
}
