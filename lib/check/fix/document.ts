import { isDeepStrictEqual } from 'node:util';
import { splitDocuments } from '../../manifest/split';
import type { Edit } from '../edit';
import type { Finding } from '../finding';
import { applyEdits } from './apply';
import { applyChanges, isConflict, Refusal, sorted, type Change } from './change';
import { plan, type Planned } from './changes';
import { isAnchored } from './tree';
import { readOne, readWritten, type Written } from './written';

/** What a finding wants of the document that it is about; paths are from the root of the document. */
export interface Wish {
  readonly finding: Finding;
  readonly edits: readonly Edit[];
}

/** A wish, and what it does to the text. */
export interface Granted {
  readonly wish: Wish;
  readonly changes: readonly Change[];
}

export interface Mended {
  readonly text: string;
  readonly granted: readonly Granted[];
  readonly refused: readonly { readonly wish: Wish; readonly reason: string }[];
}

interface Draft {
  readonly wish: Wish;
  readonly planned: readonly Planned[];
}

/**
 * Makes the edits that some findings want. All but what they are about stays as it is, byte for byte: the result is read
 * back, and an edit that does anything else than it should is not made. Wishes that are in each other’s way wait for the
 * next time.
 */
export function mend(source: string, wishes: readonly Wish[]): Mended {
  const refused: { wish: Wish; reason: string }[] = [];
  const drafts: Draft[] = [];
  let written: Written | undefined;
  for (const wish of wishes) {
    try {
      written ??= readWritten(source);
      const { edits } = wish;
      const draft = { wish, planned: edits.map((edit) => plan(edit, written!)) };
      if (!drafts.some((other) => isInTheWay(draft, other))) drafts.push(draft);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ wish, reason: error.message });
    }
  }
  const { kept, failed } = written ? keepGood(written, drafts) : { kept: [], failed: [] };
  for (const { wish } of failed) refused.push({ wish, reason: reasonOf(wish, written!) });
  return {
    text: applyChanges(source, changesOf(kept)),
    granted: kept.map((draft) => ({ wish: draft.wish, changes: changesOf([draft]) })),
    refused,
  };
}

function reasonOf({ edits }: Wish, { root }: Written): string {
  return edits.some(({ path }) => isAnchored(root, path))
    ? 'an alias repeats it, which would change with it'
    : 'read back, the document would not be what was meant';
}

function isInTheWay(one: Draft, other: Draft): boolean {
  return one.planned.some(({ change }) => other.planned.some((that) => isConflict(change, that.change)));
}

/** Nearly always all are good; if not, halves are tried, so that few bad ones among many are found fast. */
function keepGood(
  written: Written,
  drafts: readonly Draft[],
): { kept: readonly Draft[]; failed: readonly Draft[] } {
  let kept: readonly Draft[] = [];
  const failed: Draft[] = [];
  const add = (some: readonly Draft[]): void => {
    if (some.length === 0) return;
    if (isMeant(written, [...kept, ...some])) kept = [...kept, ...some];
    else if (some.length === 1) failed.push(some[0]!);
    else {
      const middle = some.length >> 1;
      add(some.slice(0, middle));
      add(some.slice(middle));
    }
  };
  add(drafts);
  return { kept, failed };
}

/** Whether the text, once changed, says what the object would be with its edits, and is still one document. */
function isMeant({ source, value }: Written, drafts: readonly Draft[]): boolean {
  const edits = drafts.flatMap(({ planned }) => planned.map(({ edit }) => edit));
  const unique = [...new Map(edits.map((edit) => [JSON.stringify(edit), edit])).values()];
  const intended = applyEdits(value, unique);
  const text = applyChanges(source, changesOf(drafts));
  if (intended === undefined || splitDocuments(text).length !== 1) return false;
  const read = readOne(text);
  return read !== undefined && isDeepStrictEqual(JSON.parse(JSON.stringify(read)), intended);
}

function changesOf(drafts: readonly Draft[]): readonly Change[] {
  return sorted(drafts.flatMap(({ planned }) => planned.map(({ change }) => change)));
}
