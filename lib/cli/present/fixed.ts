import type { Applied, Refused } from '../../check/fix/repair';
import { mark, wrap, type Span, type Text } from '../../report/marked';
import { count } from '../../report/words';

export interface FixReport {
  readonly applied: readonly Applied[];
  readonly refused: readonly Refused[];
  /** How many files are others now. */
  readonly files: number;
  /** Nothing is written: this is what would be. */
  readonly isDry: boolean;
}

/** What was changed, and what could not be. Nothing if there was nothing to do. */
export function presentFixes({ applied, refused, files, isDry }: FixReport, width: number): readonly Text[] {
  const done = inOrder(applied).flatMap(({ finding, line, before, after }) => {
    const change = after === '' ? `${before} is gone` : `${before} → ${after}`;
    return item(mark('good', isDry ? 'would fix' : 'fixed'), finding, line, change, width);
  });
  const open = refused.flatMap(({ finding, reason }) =>
    item(mark('warning', 'not fixed'), finding, finding.source?.line, reason, width),
  );
  if (done.length + open.length === 0) return [];
  const what = `${count(applied.length, 'finding')} ${isDry ? 'would be fixed' : 'fixed'} in ${count(files, 'file')}`;
  const not = refused.length > 0 ? `, ${refused.length} could not be` : '';
  return [...done, ...open, [mark('strong', `${what}${not}`)], []];
}

/** By file and line; what was done to one line in the order in which it was done. */
function inOrder(applied: readonly Applied[]): readonly Applied[] {
  const fileOf = ({ finding }: Applied): string => finding.source?.file ?? '';
  return [...applied].sort((a, b) => {
    if (fileOf(a) !== fileOf(b)) return fileOf(a) < fileOf(b) ? -1 : 1;
    return a.line - b.line;
  });
}

function item(
  sign: Span,
  { id, source }: Applied['finding'],
  line: number | undefined,
  what: string,
  width: number,
): readonly Text[] {
  const place = `${source?.file ?? ''}${line === undefined ? '' : `:${line}`}`;
  return [
    [sign, ' ', mark('strong', place), '  ', mark('faint', id)],
    ...wrap([what], width - 4).map((text): Text => ['    ', ...text]),
  ];
}
