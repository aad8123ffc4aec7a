import { fail } from '../../values/check';
import type { Retries } from '../../simulate/decision';
import { matcher } from '../matcher';
import { millisOf, showDuration, type DurationLike } from '../subject/duration';
import { checkFields, checkKeys } from '../subject/misuse';

export interface RetryOptions {
  /** The time that each try has. @default any */
  readonly perTryTimeout?: DurationLike;
  /** Statuses that are tried again, among others. @default any */
  readonly codes?: readonly number[];
  /** Envoy's conditions, among others: `connect-failure`, `5xx`, ... @default any */
  readonly on?: readonly string[];
}

export const toRetry = matcher(
  { name: 'toRetry', arguments: 'attempts', hides: ['security', 'fault', 'cluster', 'endpoints'] },
  ({ decision: { retries } }, attempts?: number, options: RetryOptions = {}) => {
    if (attempts !== undefined && !(Number.isInteger(attempts) && attempts > 0))
      fail('the attempts', 'a number from 1', attempts, 'for none write expect(app).not.toRetry(request)');
    const advice = "write { perTryTimeout: '500ms' }";
    const given = checkFields('the options of toRetry', options, advice);
    checkKeys('toRetry', given, ['perTryTimeout', 'codes', 'on']);
    const { perTryTimeout, codes = [], on = [] } = options;
    const millis = perTryTimeout === undefined ? undefined : millisOf('perTryTimeout', perTryTimeout);
    return {
      pass:
        retries !== undefined &&
        (attempts === undefined || retries.attempts === attempts) &&
        (millis === undefined || retries.perTryTimeout === millis) &&
        codes.every((code) => retries.codes.includes(code)) &&
        on.every((condition) => retries.on.includes(condition)),
      expected: show({ attempts, perTryTimeout: millis, codes, on }),
      received: retries ? show(retries) + (retries.isDefault ? " (Istio's default)" : '') : 'no retries',
    };
  },
);

type Shown = Pick<Retries, 'codes' | 'on'> & {
  attempts: number | undefined;
  perTryTimeout?: number | undefined;
};

function show({ attempts, perTryTimeout, codes, on }: Shown): string {
  const conditions = [...on, ...codes].join(', ');
  return [
    attempts === undefined ? 'retries' : `${attempts} retries`,
    ...(perTryTimeout === undefined ? [] : [`of ${showDuration(perTryTimeout)} each`]),
    ...(conditions === '' ? [] : [`on ${conditions}`]),
  ].join(' ');
}
