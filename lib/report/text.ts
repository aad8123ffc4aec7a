import type { Acknowledged } from '../check/acknowledge';
import { formatPath, type Finding, type Severity } from '../check/finding';
import { objectKey, objectName } from '../verdict/object-name';
import { countOf } from '../verdict/severity';
import type { Verdict } from '../verdict/verdict';
import { Excerpts } from './excerpt';
import { mark, visible, widthOf, wrap, type Span, type Text } from './marked';
import { howToFix, summary } from './words';

const SIGNS: Readonly<Record<Severity, Span>> = {
  error: mark('bad', '✗ error'),
  warning: mark('warning', '! warning'),
  info: mark('faint', '· info'),
};

/** What stands in front of a line of YAML: indentation, its number, a rule. */
const GUTTER = 12;

/** For people: by file and object, with the lines that are meant, and at the end how many there are. */
export function presentVerdict(verdict: Verdict, width: number): readonly Text[] {
  const page = new Page(verdict, width);
  for (const finding of verdict.findings) page.add(finding);
  return [...page.lines, ...presentAcknowledged(verdict.acknowledged, width), presentSummary(verdict)];
}

class Page {
  readonly lines: Text[] = [];
  private readonly excerpts: Excerpts;
  private readonly explained = new Set<string>();
  private file: string | undefined;
  private object = '';

  constructor(
    private readonly verdict: Verdict,
    private readonly width: number,
  ) {
    this.excerpts = new Excerpts(verdict.texts, Math.max(width - GUTTER, 30));
  }

  add(finding: Finding): void {
    const { source, object, construct } = finding;
    const file = source?.file;
    const key = `${objectKey(object)} ${construct}`;
    if (file !== this.file) {
      if (file !== undefined) this.lines.push([mark('strong', visible(file))], []);
      this.object = '';
    }
    if (key !== this.object) {
      const by = construct === undefined ? [] : [mark('faint', ` by ${construct}`)];
      this.lines.push(...wrap([mark('strong', objectName(object)), ...by], this.width));
    }
    this.file = file;
    this.object = key;
    this.lines.push(...this.sayings(finding), []);
  }

  private sayings(finding: Finding): readonly Text[] {
    const { id, severity, message, why, upstream } = finding;
    const codes = [id, ...upstream].join(', ');
    const fix = [finding.fix, howToFix(finding, this.verdict)].filter((part) => part !== undefined).join(' ');
    const explanation = `${id} ${why} ${fix}`;
    const isNew = !this.explained.has(explanation);
    this.explained.add(explanation);
    return [
      ...this.hang([SIGNS[severity], '  '], [message, '  ', mark('faint', codes)]),
      ...this.place(finding),
      // Said once: a hundred findings of one rule need no more.
      ...(isNew
        ? [
            ...this.hang([mark('faint', '    why'), '  '], [why]),
            ...this.hang([mark('faint', '    fix'), '  '], [fix]),
          ]
        : []),
    ];
  }

  /** The line that is meant, or where there is no text the way to the field. */
  private place({ source, path }: Finding): readonly Text[] {
    const excerpt = this.excerpts.at(source);
    const at = formatPath(path);
    if (!excerpt) return at === '' ? [] : [[mark('faint', '    at'), '   ', visible(at)]];
    const number = `${excerpt.line}`;
    const before = [...visible(excerpt.text.slice(0, excerpt.start))].length;
    const rule = mark('faint', `    ${' '.repeat(number.length)} │ `);
    const marked = [rule, ' '.repeat(before), mark('bad', '^'.repeat(excerpt.length))];
    const way = mark('faint', visible(at));
    const hasRoom = widthOf([...marked, '  ', way]) <= this.width;
    return [
      [mark('faint', `    ${number} │ `), visible(excerpt.text)],
      at !== '' && hasRoom ? [...marked, '  ', way] : marked,
      ...(at === '' || hasRoom ? [] : [[rule, way]]),
    ];
  }

  /** A text behind its label; the lines that follow begin below it. */
  private hang(label: Text, text: Text): readonly Text[] {
    const indent = widthOf(label);
    return wrap(text, Math.max(this.width - indent, 30)).map((line, i) =>
      i === 0 ? [...label, ...line] : [' '.repeat(indent), ...line],
    );
  }
}

function presentAcknowledged(acknowledged: readonly Acknowledged[], width: number): readonly Text[] {
  if (acknowledged.length === 0) return [];
  const lines = acknowledged.flatMap(({ finding: { id, object, construct }, reason }) => {
    const name = `${objectName(object)}${construct === undefined ? '' : ` by ${construct}`}`;
    return wrap([`  ${id} of ${name}: ${reason}`], width);
  });
  return [[mark('strong', 'acknowledged')], ...lines, []];
}

function presentSummary(verdict: Verdict): Text {
  const { error, warning } = countOf(verdict.findings);
  const sign = error > 0 ? mark('bad', '✗') : warning > 0 ? mark('warning', '!') : mark('good', '✓');
  const fixable = verdict.findings.filter((finding) => howToFix(finding, verdict) !== undefined).length;
  return [sign, ` ${summary(verdict)}${fixable > 0 ? `; ${fixable} can be fixed by --fix` : ''}`];
}
