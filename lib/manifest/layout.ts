import { EVENT_ID, getScalarValue, parseEvents, type Event } from 'js-yaml';
import type { Path } from './position';

interface Child {
  readonly at: number;
  readonly offset: number;
}

/** Where the parts of a document stand in its text. Finds many of them as fast as few: each level is looked through once. */
export class Layout {
  private readonly events: readonly Event[];
  /** The event behind each node and all that is in it. */
  private readonly ends: Int32Array;
  private readonly children = new Map<number, ReadonlyMap<string | number, Child>>();

  /** @throws if the text is no YAML */
  constructor(private readonly source: string) {
    this.events = parseEvents(source, {});
    this.ends = endsOf(this.events);
  }

  /** Where that stands which the path leads to, or the last thing on its way that is there; nothing in an empty document. */
  find(way: Path): number | undefined {
    let at = 1; // behind the start of the document
    let offset = startOf(this.events[at]);
    for (const step of way) {
      const isList = this.events[at]?.type === EVENT_ID.SEQUENCE;
      const child = this.childrenOf(at).get(isList ? step : String(step));
      if (child === undefined) break;
      at = child.at;
      offset = child.offset;
    }
    return offset;
  }

  private childrenOf(at: number): ReadonlyMap<string | number, Child> {
    let children = this.children.get(at);
    if (!children) this.children.set(at, (children = this.lookThrough(at)));
    return children;
  }

  private lookThrough(parent: number): ReadonlyMap<string | number, Child> {
    const type = this.events[parent]?.type;
    const found = new Map<string | number, Child>();
    const nodes = type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING ? this.nodesBehind(parent + 1) : [];
    if (type === EVENT_ID.SEQUENCE)
      nodes.forEach((at, i) => {
        const offset = startOf(this.events[at]) ?? startOf(this.events[parent]) ?? 0;
        found.set(i, { at, offset });
      });
    else
      for (let i = 0; i + 1 < nodes.length; i += 2) {
        const key = this.events[nodes[i]!]!;
        // The last of equal keys counts.
        if (key.type === EVENT_ID.SCALAR)
          found.set(getScalarValue(this.source, key), { at: nodes[i + 1]!, offset: key.valueStart });
      }
    return found;
  }

  /** One behind the other, on the same level: of a mapping keys and values in turn. */
  private nodesBehind(first: number): readonly number[] {
    const nodes: number[] = [];
    for (let at = first; at < this.events.length; at = this.ends[at]!) {
      if (this.events[at]!.type === EVENT_ID.POP) break;
      nodes.push(at);
    }
    return nodes;
  }
}

function endsOf(events: readonly Event[]): Int32Array {
  const ends = new Int32Array(events.length);
  const open: number[] = [];
  events.forEach(({ type }, i) => {
    if (type === EVENT_ID.SEQUENCE || type === EVENT_ID.MAPPING) open.push(i);
    else if (type !== EVENT_ID.POP) ends[i] = i + 1;
    else {
      const node = open.pop();
      if (node !== undefined) ends[node] = i + 1;
    }
  });
  return ends;
}

/** Nothing for a value that is not written. */
function startOf(event: Event | undefined): number | undefined {
  if (event?.type === EVENT_ID.SCALAR) return event.valueStart === -1 ? undefined : event.valueStart;
  if (event?.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
  if (event?.type === EVENT_ID.SEQUENCE || event?.type === EVENT_ID.MAPPING) return event.start;
  return undefined;
}
