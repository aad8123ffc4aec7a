/**
 * Some texts that a regular expression is likely to match: each alternative, nothing and something of what is optional.
 * Whoever uses them has to check that they do. Nothing for what it does not understand.
 */
export function samplesOf(pattern: string): readonly string[] {
  try {
    return [...new Set(new Sampler(pattern).all())].slice(0, MOST);
  } catch {
    return [];
  }
}

const MOST = 24;

const CLASSES: Readonly<Record<string, string>> = { d: '7', w: 'a', s: ' ', D: 'a', W: '-', S: 'a' };

class Sampler {
  private at = 0;

  constructor(private readonly pattern: string) {}

  all(): readonly string[] {
    const samples = this.alternatives();
    if (this.at < this.pattern.length) throw new Error('not understood');
    return samples;
  }

  private alternatives(): readonly string[] {
    const samples = [...this.sequence()];
    while (this.pattern[this.at] === '|') {
      this.at++;
      samples.push(...this.sequence());
    }
    return samples;
  }

  private sequence(): readonly string[] {
    let samples: readonly string[] = [''];
    while (this.at < this.pattern.length && !'|)'.includes(this.pattern[this.at]!)) {
      const pieces = this.repeated(this.atom());
      samples = samples.flatMap((start) => pieces.map((piece) => start + piece)).slice(0, MOST);
    }
    return samples;
  }

  private atom(): readonly string[] {
    const character = this.pattern[this.at++]!;
    if (character === '(') return this.group();
    if (character === '[') return [this.oneOf()];
    if (character === '.') return ['a'];
    if (character === '^' || character === '$') return [''];
    if (character !== '\\') return [character];
    const escaped = this.pattern[this.at++]!;
    return [CLASSES[escaped] ?? (/[bBAzZ]/.test(escaped) ? '' : escaped)];
  }

  private group(): readonly string[] {
    const [flags] = /^\?(?:P?<[^>]*>|[a-zA-Z-]*:)/.exec(this.pattern.slice(this.at)) ?? [''];
    this.at += flags.length;
    const samples = this.alternatives();
    if (this.pattern[this.at++] !== ')') throw new Error('not understood');
    return samples;
  }

  /** One character of a class. */
  private oneOf(): string {
    const end = this.pattern.indexOf(']', this.at + 1);
    if (end === -1) throw new Error('not understood');
    const inside = this.pattern.slice(this.at, end);
    this.at = end + 1;
    if (!inside.startsWith('^'))
      return inside.startsWith('\\') ? (CLASSES[inside[1]!] ?? inside[1]!) : inside[0]!;
    return ['a', '7', '-', '/', ' '].find((one) => !inside.includes(one)) ?? '~';
  }

  private repeated(pieces: readonly string[]): readonly string[] {
    const [quantifier = ''] = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(this.pattern.slice(this.at)) ?? [];
    this.at += quantifier.length;
    if (quantifier === '') return pieces;
    if (quantifier.startsWith('{')) {
      const times = Number(/\d+/.exec(quantifier)![0]);
      return pieces.map((piece) => piece.repeat(Math.min(times, 100)));
    }
    return quantifier.startsWith('+') ? pieces : ['', ...pieces];
  }
}
