import { isShare, showExpectedShare, showShare } from '../failure/numbers';
import { matcher } from '../matcher';
import { millisOf, showDuration, type DurationLike } from '../subject/duration';
import { checkFields, checkKeys, checkPercent, type Expected } from '../subject/misuse';

export interface FaultOptions {
  /** How many of the requests get it. @default 100 */
  readonly percent?: Expected<number>;
}

export const toDelay = matcher(
  { name: 'toDelay', arguments: 'duration', hides: ['security', 'cluster', 'endpoints'] },
  ({ decision: { fault } }, duration?: DurationLike, options: FaultOptions = {}) => {
    const percent = percentIn('toDelay', options);
    const delay = fault?.delay;
    const received = delay
      ? `${showDuration(delay.duration)} for ${showShare(delay.probability)}`
      : 'no delay';
    if (duration === undefined) return { pass: delay !== undefined, expected: 'a delay', received };
    const millis = millisOf('the delay', duration);
    return {
      pass: delay?.duration === millis && isShare(percent, delay.probability),
      expected: `${showDuration(millis)} for ${showExpectedShare(percent)}`,
      received,
    };
  },
);

export function percentIn(name: string, options: FaultOptions): Expected<number> {
  checkKeys(name, checkFields(`the options of ${name}`, options, 'write { percent: 50 }'), ['percent']);
  return checkPercent('percent', options.percent ?? 100);
}
