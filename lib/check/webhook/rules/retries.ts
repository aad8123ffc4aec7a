import { set } from '../../edit';
import { show } from '../../finding';
import { http, TO } from '../examples';
import { rule } from '../rule';
import { isInteger } from '../text/hosts';

const CONDITIONS =
  '5xx gateway-error reset reset-before-request connect-failure retriable-4xx refused-stream retriable-status-codes retriable-headers envoy-ratelimited http3-post-connect-failure cancelled deadline-exceeded internal resource-exhausted unavailable'.split(
    ' ',
  );

/** The status codes that have a name in Go, as inclusive ranges. */
const STATUS: readonly (readonly [number, number])[] = [
  [100, 103],
  [200, 208],
  [226, 226],
  [300, 305],
  [307, 308],
  [400, 418],
  [421, 426],
  [428, 429],
  [431, 431],
  [451, 451],
  [500, 508],
  [510, 511],
];

function isCondition(text: string): boolean {
  if (CONDITIONS.includes(text)) return true;
  const status = isInteger(text) ? Number(text) : 0;
  return STATUS.some(([from, to]) => status >= from && status <= to);
}

export const RETRY_RULES = [
  rule(
    'HTTPRetry',
    {
      id: 'retry-attempts-negative',
      title: 'A negative number of retries',
      why: 'It means nothing.',
      fix: 'Use 0 to turn retries off.',
      bad: http(`${TO}, retries: {attempts: -1}`),
      good: http(`${TO}, retries: {attempts: 0}`),
    },
    ({ attempts }, at) => {
      if (attempts < 0) at.say(`attempts must be at least 0, got ${attempts}`, 'attempts');
    },
  ),
  rule(
    'HTTPRetry',
    {
      id: 'retry-disabled-with-settings',
      title: 'Retries are turned off, and configured',
      why: 'attempts is 0 where it is not given, which turns retries off: the settings would have no effect.',
      fix: 'Give attempts, or remove the other settings.',
      bad: http(`${TO}, retries: {perTryTimeout: 1s}`),
      good: http(`${TO}, retries: {attempts: 3, perTryTimeout: 1s}`),
    },
    ({ attempts, perTryTimeout, retryOn, retryRemoteLocalities }, at) => {
      if (
        attempts === 0 &&
        (perTryTimeout !== undefined || retryOn !== '' || retryRemoteLocalities !== undefined)
      )
        at.say('attempts must be set beside perTryTimeout, retryOn and retryRemoteLocalities, got 0');
    },
  ),
  rule(
    'HTTPRetry',
    {
      id: 'retry-on',
      title: 'retryOn has an unknown condition',
      why: 'Envoy would ignore it. Blanks count: "5xx, reset" is refused.',
      fix: `Use status codes and ${CONDITIONS.join(', ')}, separated by commas only.`,
      isFixable: true,
      bad: http(`${TO}, retries: {attempts: 1, retryOn: "5xx, reset"}`),
      good: http(`${TO}, retries: {attempts: 1, retryOn: "5xx,reset,503"}`),
    },
    ({ retryOn }, at) => {
      if (retryOn === '') return;
      const conditions = retryOn.split(',').map((one) => one.trim().toLowerCase());
      for (const condition of retryOn.split(','))
        if (!isCondition(condition))
          at.mend(
            conditions.every(isCondition) ? [set(['retryOn'], conditions.join(','))] : [],
            `retryOn must have known conditions, got ${show(condition)}`,
            'retryOn',
          );
    },
  ),
];
