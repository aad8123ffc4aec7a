/** What a piece of text is to its reader; `paint` makes colours of it. */
export type Mark = 'strong' | 'faint' | 'good' | 'bad' | 'warning';

export interface Span {
  readonly text: string;
  readonly mark: Mark;
}

/** A text in pieces, of which some are marked. */
export type Text = readonly (string | Span)[];

export function mark(as: Mark, text: string): Span {
  return { text, mark: as };
}

const CODES: Readonly<Record<Mark, string>> = {
  strong: '1',
  faint: '2',
  good: '32',
  bad: '31',
  warning: '33',
};

const RESET = '\u001b[0m';

/** With colours, or without. Blanks between pieces with one mark take it, too: that makes fewer codes. */
export function paint(line: Text, inColor: boolean): string {
  let painted = '';
  let open: Mark | undefined;
  let blanks = '';
  const change = (to: Mark | undefined): void => {
    if (open === to) painted += blanks;
    else {
      painted += `${open ? RESET : ''}${blanks}${to ? `\u001b[${CODES[to]}m` : ''}`;
    }
    open = to;
    blanks = '';
  };
  for (const piece of line) {
    const text = typeof piece === 'string' ? piece : piece.text;
    if (text.trim() === '') blanks += text;
    else {
      change(inColor && typeof piece !== 'string' ? piece.mark : undefined);
      painted += text;
    }
  }
  change(undefined);
  return painted;
}

export function widthOf(text: Text): number {
  let width = 0;
  for (const piece of text) width += [...(typeof piece === 'string' ? piece : piece.text)].length;
  return width;
}

/**
 * Breaks a text at blanks into lines of at most `width`. A word that is longer stays whole, so that names and paths can
 * be copied. Blanks at the beginning and between words are kept where the line is not broken.
 */
export function wrap(text: Text, width: number): Text[] {
  const lines: Text[] = [];
  let line: (string | Span)[] = [];
  let used = 0;
  let blank = 0;
  for (const word of wordsOf(text)) {
    if (word === ' ') {
      blank++;
      continue;
    }
    const length = widthOf(word);
    if (used > 0 && used + blank + length > width) {
      lines.push(line);
      line = [];
      used = 0;
      blank = 0;
    }
    if (blank > 0) line.push(' '.repeat(blank));
    line.push(...word);
    used += blank + length;
    blank = 0;
  }
  return [...lines, line];
}

/** Words and blanks. A word may have pieces with different marks. */
function wordsOf(text: Text): readonly (' ' | Text)[] {
  const words: (' ' | Text)[] = [];
  let word: (string | Span)[] = [];
  const end = (): void => {
    if (word.length > 0) words.push(word);
    word = [];
  };
  for (const piece of text) {
    const source = visible(typeof piece === 'string' ? piece : piece.text);
    for (const part of source.split(/( )/)) {
      if (part === ' ') {
        end();
        words.push(' ');
      } else if (part !== '') word.push(typeof piece === 'string' ? part : mark(piece.mark, part));
    }
  }
  end();
  return words;
}

/** Manifests are anybody's: what would move the cursor or change colours is shown, not done. */
export function visible(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- they are what it looks for
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (character) => (character === '\n' ? '⏎' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}
