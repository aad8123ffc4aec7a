import { matcher } from '../matcher';
import { millisOf, showDuration, type DurationLike } from '../subject/duration';

export const toTimeOut = matcher(
  { name: 'toTimeOut', arguments: 'after', hides: ['security', 'fault', 'cluster', 'endpoints'] },
  ({ decision: { timeout } }, after?: DurationLike) => {
    const received = timeout === undefined ? 'no timeout' : `after ${showDuration(timeout)}`;
    if (after === undefined) return { pass: timeout !== undefined, expected: 'a timeout', received };
    const millis = millisOf('the timeout', after);
    return { pass: timeout === millis, expected: `after ${showDuration(millis)}`, received };
  },
);
