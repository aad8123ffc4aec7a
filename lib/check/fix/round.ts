import type { TextRange } from '../../manifest/document';
import { wayTo } from '../../manifest/position';
import { answered, below, questionsOf, type Answers } from '../edit';
import { originOf, type Finding } from '../finding';
import { applyChanges, moved, sorted, type Change } from './change';
import { mend, type Wish } from './document';
import { quoteChange } from './excerpt';
import type { Applied, Refused } from './repair';
import type { Sources, SourceText } from './sources';

/** So many findings of one document are looked at a time. */
const MOST_WISHES = 1000;

export interface Round {
  readonly applied: readonly Applied[];
  readonly refused: readonly Refused[];
  /** Makes the texts what they were. */
  undo(): void;
}

/** Makes the edits of all findings that have some and are in nobody’s way. */
export function editOnce(sources: Sources, findings: readonly Finding[], answers: Answers): Round {
  const applied: Applied[] = [];
  const refused: Refused[] = [];
  const before = new Map<SourceText, string>();
  for (const [source, byDocument] of wishesOf(sources, findings, answers)) {
    const { text } = source;
    const changes: Change[] = [];
    for (const { range, wishes } of byDocument.values()) {
      const mended = mend(text.slice(range.start, range.end), wishes.slice(0, MOST_WISHES));
      for (const { wish, changes: own } of mended.granted) {
        const inText = own.map((change) => moved(change, range.start));
        changes.push(...inText);
        applied.push({ finding: wish.finding, ...quoteChange(text, inText) });
      }
      for (const { wish, reason } of mended.refused) refused.push({ finding: wish.finding, reason });
    }
    if (changes.length === 0) continue;
    before.set(source, text);
    source.change(applyChanges(text, sorted(changes)));
  }
  return {
    applied,
    refused,
    undo: () => {
      for (const [source, text] of before) source.change(text);
    },
  };
}

interface Wishes {
  readonly range: TextRange;
  readonly wishes: Wish[];
}

function wishesOf(
  sources: Sources,
  findings: readonly Finding[],
  answers: Answers,
): ReadonlyMap<SourceText, ReadonlyMap<number, Wishes>> {
  const found = new Map<SourceText, Map<number, Wishes>>();
  for (const finding of findings) {
    const origin = originOf(finding);
    if (!finding.edits || !origin?.text) continue;
    const source = sources.find(origin);
    const edits = answered(finding.edits, answers);
    if (!source || questionsOf(edits).length > 0) continue;
    let byDocument = found.get(source);
    if (!byDocument) found.set(source, (byDocument = new Map<number, Wishes>()));
    let wishes = byDocument.get(origin.text.start);
    if (!wishes) byDocument.set(origin.text.start, (wishes = { range: origin.text, wishes: [] }));
    wishes.wishes.push({ finding, edits: below(wayTo(origin.within), edits) });
  }
  return found;
}
