import { positionIn, wayTo, type Position } from '../../manifest/position';
import { below, questionsOf } from '../edit';
import { originOf, type Finding } from '../finding';
import { mend } from './document';

/** A part of a text, and what stands there instead. */
export interface Replacement {
  readonly start: Position;
  readonly end: Position;
  readonly text: string;
}

/** What the edits of a finding do to the text that its object was read from. None if they cannot be made there. */
export function replacementsFor(finding: Finding): readonly Replacement[] {
  const origin = originOf(finding);
  if (!finding.edits || !origin?.text || questionsOf(finding.edits).length > 0) return [];
  const { whole, start, end } = origin.text;
  const edits = below(wayTo(origin.within), finding.edits);
  const { granted } = mend(whole.slice(start, end), [{ finding, edits }]);
  return granted.flatMap(({ changes }) =>
    changes.map((change) => ({
      start: positionIn(whole, start + change.start),
      end: positionIn(whole, start + change.end),
      text: change.text,
    })),
  );
}
