import type { Source } from '../facts';

/** A page in pieces. Renderers know these, and no English; `words` makes them. */
export type Block = Heading | Line | Items | Table | Diagram;

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
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

export function heading(level: Heading['level'], text: string): Heading {
  return { kind: 'heading', level, text };
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
