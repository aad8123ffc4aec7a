// What stands for a colon that belongs to a word, a line break, and nothing. Nobody writes them: they are for private use.
const COLON = '\uE03A';
const BREAK = '\uE00A';
const NOTHING = '\uE000';

/**
 * The same YAML, with the places unchanged, as a parser of YAML 1.2 takes it. Kubernetes reads 1.1: between brackets
 * lines may start anywhere, and a colon before a bracket or comma belongs to the word before it, as in `[2001:db8::]`.
 */
export function inOneLine(text: string): string {
  let made = '';
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if ((letter === '"' || letter === "'") && isStart(text, at)) {
      const end = endOfQuoted(text, at);
      made += text.slice(from, at) + folded(text.slice(at, end));
      [from, at] = [end, end];
    } else if (letter === '#' && isBlank(text[at - 1])) {
      const end = endOfLine(text, at);
      if (depth > 0) {
        made += text.slice(from, at) + ' '.repeat(end - at);
        from = end;
      }
      at = end - 1;
    } else if (depth === 0 && (letter === '|' || letter === '>') && isBlockScalar(text, at))
      at = endOfBlock(text, at) - 1;
    else if ((letter === '[' || letter === '{') && (depth > 0 || isStart(text, at))) depth++;
    else if (depth > 0 && (letter === ']' || letter === '}')) depth--;
    else if (depth > 0 && isInText(text, at)) {
      const gap = gapAt(text, at);
      made += text.slice(from, at) + oneLine(gap);
      from = at + gap.length;
      at = from - 1;
    } else if (letter === '\t' ? isBetween(text, at, depth) : depth > 0 && /[\r\n]/.test(letter)) {
      made += `${text.slice(from, at)} `;
      from = at + 1;
    } else if (depth > 0 && letter === ':' && isInWord(text, at)) {
      made += text.slice(from, at) + COLON;
      from = at + 1;
    }
  }
  return made + text.slice(from);
}

/** Puts back what stands for something else. */
export function restored(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replaceAll(COLON, ':').replaceAll(BREAK, '\n').replaceAll(NOTHING, '');
  if (Array.isArray(value)) return value.map(restored);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [restored(key), restored(child)]));
}

/** The lines of a quoted text as one: a break is a blank, more are one less. */
function folded(quoted: string): string {
  if (!/[\r\n]/.test(quoted)) return quoted;
  return quoted.replace(/(\\?)[ \t]*(?:\r?\n[ \t]*)+/g, (all: string, escape: string) => {
    const isEscaped = escape !== '' && quoted.startsWith('"') && /^\\\r?\n/.test(all);
    return isEscaped ? oneLine(all, '') : escape + oneLine(all.slice(escape.length));
  });
}

/** A gap with line breaks, as long as it is: a break is a blank, more are one less. */
function oneLine(gap: string, single = ' '): string {
  const breaks = gap.split('\n').length - 2;
  const kept = breaks > 0 ? BREAK.repeat(breaks) : single;
  return kept + NOTHING.repeat(gap.length - kept.length);
}

/** The blanks here, if lines are broken among them. */
function gapAt(text: string, at: number): string {
  GAP.lastIndex = at;
  return GAP.exec(text)?.[0] ?? '';
}

const GAP = /[ \t]*(?:\r?\n[ \t]*)+/y;

/** Whether the gap here is one in a text without quotes that has several lines. */
function isInText(text: string, at: number): boolean {
  if (!/[ \t\r\n]/.test(text[at]!) || /[\s,[\]{}:?"'#]/.test(text[at - 1] ?? ' ')) return false;
  const { length } = gapAt(text, at);
  return length > 0 && !/[\s,[\]{}:?"'#&*!|>]/.test(text[at + length] ?? ' ');
}

/** Whether a value can begin here: quotes and brackets in the middle of a word mean nothing. */
function isStart(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === ' ' || text[before] === '\t') before--;
  if (before < 0) return true;
  const letter = text[before]!;
  return /[\n\r,[{]/.test(letter) || (/[:?-]/.test(letter) && (before < at - 1 || isQuoted(text, before)));
}

/** Whether a tab stands before a value, where it is as good as a blank; in a text it is kept. */
function isBetween(text: string, at: number, depth: number): boolean {
  if (depth > 0) return /[\s,[\]{}:?"']/.test(text[at - 1]!);
  return /[^\s][:-][ \t]*$/.test(text.slice(text.lastIndexOf('\n', at) + 1, at));
}

/** Whether the colon stands behind a quoted key, where it needs no blank. */
function isQuoted(text: string, colon: number): boolean {
  return text[colon] === ':' && /["']/.test(text[colon - 1] ?? '');
}

function isInWord(text: string, at: number): boolean {
  return /[,[\]{}]/.test(text[at + 1] ?? '') && !/[\s"'[\]{},]/.test(text[at - 1] ?? ' ');
}

function isBlank(letter: string | undefined): boolean {
  return letter === undefined || /\s/.test(letter);
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** Where the closing quote is. */
function endOfQuoted(text: string, start: number): number {
  const quote = text[start];
  let at = start + 1;
  for (; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote && text[at + 1] === quote && quote === "'") at++;
    else if (text[at] === quote) break;
  }
  return at;
}

function isBlockScalar(text: string, at: number): boolean {
  return (
    /^[|>][-+0-9]*[ \t]*(#[^\n]*)?\r?$/.test(text.slice(at, endOfLine(text, at))) && isBlank(text[at - 1])
  );
}

/** The first line behind a block scalar: one that is indented no more than the line that begins it. */
function endOfBlock(text: string, at: number): number {
  const start = text.lastIndexOf('\n', at) + 1;
  const indent = indentAt(text, start);
  let line = endOfLine(text, at) + 1;
  while (line < text.length && (indentAt(text, line) > indent || isEmptyLine(text, line)))
    line = endOfLine(text, line) + 1;
  return Math.min(line, text.length);
}

function indentAt(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at++;
  return at - start;
}

function isEmptyLine(text: string, start: number): boolean {
  return text.slice(start, endOfLine(text, start)).trim() === '';
}
