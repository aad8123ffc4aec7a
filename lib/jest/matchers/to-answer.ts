import { fail } from '../../values/check';
import { isShare, showExpectedShare } from '../failure/numbers';
import { matcher } from '../matcher';
import { endsOf } from '../receivers/end';
import { showEnds } from '../receivers/shares';
import { checkFields, checkKeys, checkPercent, isAsymmetric, type Expected } from '../subject/misuse';

export interface AnswerOptions {
  /** How many of the requests are answered so. @default 100 */
  readonly percent?: Expected<number>;
}

export const toAnswer = matcher(
  { name: 'toAnswer', arguments: 'status' },
  ({ decision, equals, stringify }, status: Expected<number>, options: AnswerOptions = {}) => {
    if (!isAsymmetric(status) && !(Number.isInteger(status) && status >= 100 && status < 600))
      fail('the status', 'an integer from 100 to 599', status, 'write 404');
    const advice = 'write { percent: 50 }';
    checkKeys('toAnswer', checkFields('the options of toAnswer', options, advice), ['percent']);
    const percent = checkPercent('percent', options.percent ?? 100);
    const ends = endsOf(decision);
    const answered = ends.filter((end) => end.status !== undefined && equals(end.status, status));
    return {
      pass: isShare(
        percent,
        answered.reduce((sum, { share }) => sum + share, 0),
      ),
      expected: `${isAsymmetric(status) ? stringify(status) : status} ${showExpectedShare(percent)}`,
      received: showEnds(ends),
    };
  },
);
