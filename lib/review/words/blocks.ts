import type { Request } from '../../simulate/request';
import type { Source } from '../facts';
import type { HostRef } from '../subject/hosts';

/** A page in pieces. Renderers know these, and no English; `words` makes them. */
export type Block = Heading | Line | Items | Hosts | Table | Diagram;

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
  /** What is below is about this host, up to the next heading of the level. */
  readonly about?: HostRef;
}

export interface Line {
  readonly kind: 'line';
  readonly text: string;
}

export interface Items {
  readonly kind: 'items';
  readonly items: readonly Item[];
}

/** A statement, and where it comes from. */
export interface Item {
  readonly text: string;
  readonly sources: readonly Source[];
  readonly about?: HostRef;
  /** How much it should catch the eye. */
  readonly tone?: Tone;
}

export type Tone = 'high' | 'medium' | 'low';

/** Hosts by name, of which nothing else is said. */
export interface Hosts {
  readonly kind: 'hosts';
  readonly hosts: readonly { readonly text: string; readonly about: HostRef }[];
}

/** Statements about requests, in order. As a table it has columns, as text sentences. */
export interface Table {
  readonly kind: 'table';
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly string[];
  /** The same without a table. */
  readonly sentences: readonly string[];
  readonly sources: readonly Source[];
  /** One of the requests. */
  readonly example?: Request;
}

/** Nodes, and arrows between them. */
export interface Diagram {
  readonly kind: 'diagram';
  readonly nodes: readonly {
    readonly id: string;
    readonly text: string;
    readonly shape: 'caller' | 'rule' | 'receiver' | 'answer';
  }[];
  readonly arrows: readonly {
    readonly from: string;
    readonly to: string;
    readonly text: string;
    readonly isCopy: boolean;
  }[];
}

export function heading(level: Heading['level'], text: string, about?: HostRef): Heading {
  return { kind: 'heading', level, text, ...(about && { about }) };
}

export function line(text: string): Line {
  return { kind: 'line', text };
}

/** Nothing at all where there are no items. */
export function items(list: readonly (Item | string)[]): readonly Items[] {
  if (list.length === 0) return [];
  return [
    { kind: 'items', items: list.map((one) => (typeof one === 'string' ? { text: one, sources: [] } : one)) },
  ];
}
