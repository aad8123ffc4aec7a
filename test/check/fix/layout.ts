// Writes objects as YAML in as many ways as people do: the same random numbers give the same text.

/** Stands for a value that is written as it is: `1.10`. */
export class Bare {
  constructor(readonly text: string) {}
}

export type Random = (below: number) => number;

export function randomOf(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const COMMENTS = ['# plain', '# key: value', '#', '# it\'s "quoted"', '# - item, {flow} [list]', '# naïve ✓'];

export class Layout {
  private readonly step: number;
  private readonly hasComments: boolean;

  constructor(private readonly random: Random) {
    this.step = 2 + random(3);
    this.hasComments = random(4) > 0;
  }

  /** A document, with its marker or without. */
  document(object: object): string {
    const lines = [...this.above(''), ...this.map(object, 0)];
    return lines.map((line) => `${line}\n`).join('');
  }

  private map(object: object, indent: number): readonly string[] {
    return Object.entries(object).flatMap(([name, value]) => this.field(name, value, indent));
  }

  private field(name: string, value: unknown, indent: number): readonly string[] {
    const pad = ' '.repeat(indent);
    const key = `${pad}${this.key(name)}`;
    const above = this.above(pad);
    if (!isNested(value) || this.random(5) === 0)
      return [...above, `${key}:${this.gap()}${this.flow(value)}${this.behind()}`];
    const isList = Array.isArray(value);
    const deeper = isList && this.random(2) === 0 ? indent : indent + this.step;
    const below = isList ? this.list(value, deeper) : this.map(value, deeper);
    return [...above, `${key}:${this.behind()}`, ...below];
  }

  private list(items: readonly unknown[], indent: number): readonly string[] {
    const pad = ' '.repeat(indent);
    return items.flatMap((item) => {
      const above = this.above(pad);
      if (!isNested(item) || Array.isArray(item) || this.random(5) === 0)
        return [...above, `${pad}- ${this.flow(item)}${this.behind()}`];
      const gap = 1 + this.random(3);
      const lines = this.map(item, indent + 1 + gap);
      const first = lines.findIndex((line) => line.trim() !== '' && !line.trim().startsWith('#'));
      // What stands above the first field of an element stands above the element.
      return [
        ...above,
        ...lines.slice(0, first),
        `${pad}-${' '.repeat(gap)}${lines[first]!.trimStart()}`,
        ...lines.slice(first + 1),
      ];
    });
  }

  private flow(value: unknown): string {
    if (!isNested(value)) return this.scalar(value);
    const blank = this.random(3) === 0 ? ' ' : '';
    const comma = this.random(4) === 0 ? ' , ' : ', ';
    if (Array.isArray(value)) return `[${blank}${value.map((item) => this.flow(item)).join(comma)}${blank}]`;
    const fields = Object.entries(value).map(([name, field]) => `${this.key(name)}: ${this.flow(field)}`);
    return `{${blank}${fields.join(comma)}${blank}}`;
  }

  private key(name: string): string {
    const quotes = this.random(8);
    if (quotes === 0) return JSON.stringify(name);
    return quotes === 1 ? `'${name}'` : name;
  }

  private scalar(value: unknown): string {
    if (value instanceof Bare) return value.text;
    if (typeof value !== 'string') return JSON.stringify(value);
    const isPlain =
      /^[A-Za-z][A-Za-z.]*[a-zA-Z]$/.test(value) && !/^(yes|no|on|off|true|false|null)$/i.test(value);
    const quotes = this.random(isPlain ? 4 : 2);
    if (quotes === 0 || (quotes === 1 && /['\n]/.test(value))) return JSON.stringify(value);
    return quotes === 1 ? `'${value}'` : value;
  }

  private gap(): string {
    return ' '.repeat(1 + (this.random(6) === 0 ? this.random(4) : 0));
  }

  private above(pad: string): readonly string[] {
    if (!this.hasComments || this.random(5) > 0) return [];
    return this.random(2) === 0 ? [''] : [`${pad}${this.comment()}`];
  }

  private behind(): string {
    const blanks = ' '.repeat(this.random(8) === 0 ? 2 : 0);
    return this.hasComments && this.random(6) === 0 ? ` ${blanks}${this.comment()}` : blanks;
  }

  private comment(): string {
    return COMMENTS[this.random(COMMENTS.length)]!;
  }
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Bare);
}
