import type { Retries } from '../decision';
import type { RetrySpec } from '../virtual-service/model';

const DEFAULT_ON = Object.freeze([
  'connect-failure',
  'refused-stream',
  'unavailable',
  'cancelled',
  'retriable-status-codes',
]);

/** What Istio does when nobody says anything. */
const DEFAULT_RETRIES: Retries = Object.freeze({
  attempts: 2,
  on: DEFAULT_ON,
  codes: Object.freeze([]),
  isDefault: true,
});

/**
 * The retries in force, nothing if there are none.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry
 */
export function retriesOf(spec: RetrySpec | undefined, ofMesh: RetrySpec | undefined): Retries | undefined {
  const policy = spec ?? ofMesh;
  if (!policy) return DEFAULT_RETRIES;
  if (policy.attempts <= 0) return undefined;
  const { on, codes } = policy.retryOn === '' ? { on: DEFAULT_ON, codes: [] } : parseRetryOn(policy.retryOn);
  return Object.freeze({
    attempts: policy.attempts,
    on: Object.freeze(on),
    codes: Object.freeze(codes),
    ...(policy.perTryTimeout !== undefined && { perTryTimeout: policy.perTryTimeout }),
    ...(policy.backoff !== undefined && { backoff: policy.backoff }),
    isDefault: false,
  });
}

/** Numbers that are statuses are tried again, too, and Envoy has to be told that there are some. */
function parseRetryOn(text: string): { on: readonly string[]; codes: readonly number[] } {
  const on: string[] = [];
  const codes: number[] = [];
  for (const part of text.split(',').map((token) => token.trim())) {
    if (part === '') continue;
    if (/^[0-9]+$/.test(part) && isStatus(Number(part))) codes.push(Number(part));
    else on.push(part);
  }
  if (codes.length > 0 && !on.includes('retriable-status-codes')) on.push('retriable-status-codes');
  return { on, codes };
}

/** Those that HTTP has a name for. */
function isStatus(code: number): boolean {
  return (
    (code >= 100 && code <= 103) ||
    (code >= 200 && code <= 208) ||
    code === 226 ||
    (code >= 300 && code <= 308 && code !== 306) ||
    (code >= 400 && code <= 418) ||
    (code >= 421 && code <= 426) ||
    [428, 429, 431, 451].includes(code) ||
    (code >= 500 && code <= 511 && code !== 509)
  );
}
