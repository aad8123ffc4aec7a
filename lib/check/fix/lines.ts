/** The lines of a text, whatever they end with. */
export class Lines {
  readonly eol: string;

  constructor(readonly source: string) {
    this.eol = /\r\n|\n|\r/.exec(source)?.[0] ?? '\n';
  }

  /** Where the line begins; behind a byte order mark. */
  startOf(offset: number): number {
    let at = offset;
    while (at > 0 && !isBreak(this.source[at - 1]!)) at--;
    return this.source[at] === '\uFEFF' ? at + 1 : at;
  }

  /** Where the line ends, before its break. */
  endOf(offset: number): number {
    let at = offset;
    while (at < this.source.length && !isBreak(this.source[at]!)) at++;
    return at;
  }

  /** Where the next line begins. */
  after(offset: number): number {
    const end = this.endOf(offset);
    return end + (/^(\r\n|\n|\r)/.exec(this.source.slice(end, end + 2))?.[0].length ?? 0);
  }

  /** What stands before it on its line. */
  before(offset: number): string {
    return this.source.slice(this.startOf(offset), offset);
  }

  /** What stands behind it on its line. */
  behind(offset: number): string {
    return this.source.slice(offset, this.endOf(offset));
  }

  /** Whether nothing but blanks stands before it on its line. */
  isFirst(offset: number): boolean {
    return this.before(offset).trim() === '';
  }
}

function isBreak(character: string): boolean {
  return character === '\n' || character === '\r';
}
