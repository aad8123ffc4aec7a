import { EVENT_ID, COLLECTION_STYLE, SCALAR_STYLE, getScalarValue, parseEvents, type Event } from 'js-yaml';
import type { Path } from '../../manifest/position';

/** A text of YAML as it is written: what stands where. Offsets are those of the text. */
export type Node = ScalarNode | MapNode | ListNode | AliasNode;

interface Place {
  /** Where it begins, with its anchor and its tag. */
  readonly begin: number;
  readonly hasTag: boolean;
  /** Whether an alias may repeat it elsewhere. */
  readonly hasAnchor: boolean;
}

export interface ScalarNode extends Place {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'single' | 'double' | 'block' | 'nothing';
  /** With its quotes. */
  readonly start: number;
  readonly end: number;
  /** What it says. */
  readonly text: string;
}

export interface MapNode extends Place {
  readonly kind: 'map';
  readonly isFlow: boolean;
  readonly start: number;
  readonly entries: readonly Entry[];
}

export interface ListNode extends Place {
  readonly kind: 'list';
  readonly isFlow: boolean;
  readonly items: readonly Node[];
}

export interface AliasNode extends Place {
  readonly kind: 'alias';
}

export interface Entry {
  readonly key: Node;
  readonly value: Node;
}

/**
 * The tree of a text with one document.
 * @throws if it is no YAML
 */
export function treeOf(source: string): Node | undefined {
  const events = parseEvents(source, {});
  return events[1] && new Reader(source, events).read();
}

class Reader {
  private at = 1; // behind the start of the document

  constructor(
    private readonly source: string,
    private readonly events: readonly Event[],
  ) {}

  read(): Node {
    const event = this.events[this.at++]!;
    if (event.type === EVENT_ID.SCALAR) return scalar(this.source, event);
    if (event.type === EVENT_ID.SEQUENCE) {
      const place = { ...placeOf(event, event.start), isFlow: event.style === COLLECTION_STYLE.FLOW };
      const items: Node[] = [];
      while (!this.isEnd()) items.push(this.read());
      return { kind: 'list', ...place, items };
    }
    if (event.type === EVENT_ID.MAPPING) {
      const place = { ...placeOf(event, event.start), isFlow: event.style === COLLECTION_STYLE.FLOW };
      const entries: Entry[] = [];
      while (!this.isEnd()) entries.push({ key: this.read(), value: this.read() });
      return { kind: 'map', ...place, start: event.start, entries };
    }
    return {
      kind: 'alias',
      begin: 'anchorStart' in event ? event.anchorStart - 1 : -1,
      hasTag: false,
      hasAnchor: false,
    };
  }

  private isEnd(): boolean {
    const isEnd = this.events[this.at]?.type === EVENT_ID.POP || this.at >= this.events.length;
    if (isEnd) this.at++;
    return isEnd;
  }
}

type Scalar = Extract<Event, { readonly valueStart: number }>;

const STYLES: ReadonlyMap<number, ScalarNode['style']> = new Map([
  [SCALAR_STYLE.PLAIN, 'plain'],
  [SCALAR_STYLE.SINGLE_QUOTED, 'single'],
  [SCALAR_STYLE.DOUBLE_QUOTED, 'double'],
]);

function scalar(source: string, event: Scalar): ScalarNode {
  const { valueStart, valueEnd } = event;
  const style = valueStart === -1 ? 'nothing' : (STYLES.get(event.style) ?? 'block');
  const quotes = style === 'single' || style === 'double' ? 1 : 0;
  return {
    kind: 'scalar',
    style,
    ...placeOf(event, valueStart - quotes),
    start: valueStart - quotes,
    end: valueEnd + quotes,
    text: getScalarValue(source, event),
  };
}

function placeOf({ anchorStart, tagStart }: Scalar | Collection, start: number): Place {
  const starts = [
    start,
    ...(anchorStart === -1 ? [] : [anchorStart - 1]),
    ...(tagStart === -1 ? [] : [tagStart]),
  ];
  return { begin: Math.min(...starts), hasTag: tagStart !== -1, hasAnchor: anchorStart !== -1 };
}

type Collection = Extract<Event, { readonly start: number }>;

/** The node that a path leads to, with what it stands in. Nothing where an alias or a merge is on the way. */
export interface Found {
  readonly parent: MapNode | ListNode;
  readonly index: number;
  readonly node: Node;
}

export function find(root: Node, path: Path): Found | undefined {
  let found: Found | undefined;
  let node = root;
  for (const step of path) {
    const index = indexOf(node, step);
    if (index === -1 || node.kind === 'scalar' || node.kind === 'alias') return undefined;
    found = {
      parent: node,
      index,
      node: node.kind === 'map' ? node.entries[index]!.value : node.items[index]!,
    };
    node = found.node;
  }
  return found;
}

/** Whether an alias may repeat what the path leads to. */
export function isAnchored(root: Node, path: Path): boolean {
  return path.some((_, i) => find(root, path.slice(0, i + 1))?.node.hasAnchor);
}

/** The last of equal keys counts. */
export function indexOf(node: Node, step: string | number): number {
  if (node.kind === 'list') return typeof step === 'number' && step < node.items.length ? step : -1;
  if (node.kind !== 'map') return -1;
  return node.entries.findLastIndex(({ key }) => key.kind === 'scalar' && key.text === String(step));
}
