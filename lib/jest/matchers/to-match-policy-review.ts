import type { ManifestInput } from '../../manifest/load';
import type { InMesh } from '../subject/subject';
import { fail } from '../../values/check';
import { findExpect } from '../find-expect';
import type { MatcherResult, MatcherThis } from '../matcher';
import { reviewOf } from '../review-of';

/** Compares with jest's snapshot. Not made of a request as the others are: it is about all of them. */
export function toMatchPolicyReview(this: MatcherThis, subject: unknown, hint?: string): MatcherResult {
  if (this.isNot) {
    fail('a policy review', 'expected to match its snapshot', 'not', 'expect what has to be there instead');
  }
  const text = reviewOf(subject as ManifestInput | InMesh);
  const expectation = findExpect()?.(text);
  if (!expectation?.toMatchSnapshot) {
    fail(
      'toMatchPolicyReview',
      'used with jest',
      'another runner',
      "compare reviewOf(app) with that runner's snapshots",
    );
  }
  // Throws what jest says of a snapshot that does not match.
  if (hint === undefined) expectation.toMatchSnapshot();
  else expectation.toMatchSnapshot(hint);
  return { pass: true, message: () => '' };
}
