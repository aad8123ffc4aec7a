import { fail } from '../../values/check';
import { isShare, showExpectedShare, showShare } from '../failure/numbers';
import { checkFields, checkPercent, type Expected } from '../subject/misuse';
import type { Names } from '../subject/names';
import type { End } from './end';
import { isMeant } from './meant';
import { readName } from './name';

/**
 * Who gets how many percent of the requests: `{ 'reviews v1': 90, 'reviews v2': 10 }`.
 *
 * A key is a service or a workload (`reviews`, `shop/reviews`), a version of it (`reviews v2`), a host
 * (`httpbin.org`), a cluster of Envoy, the status of a proxy that answers itself (`503`), or `closed`.
 */
export interface Shares {
  readonly [receiver: string]: Expected<number>;
}

export interface Comparison {
  readonly pass: boolean;
  readonly expected: string;
  readonly received: string;
}

/** Everybody has to be named who gets something. */
export function compareShares(
  shares: unknown,
  ends: readonly End[],
  names: Names | undefined,
  callerNamespace: string | undefined,
): Comparison {
  const fields = checkFields(
    'the shares',
    shares,
    "write who gets how many percent, such as { 'reviews v2': 100 }",
  );
  const promises = Object.keys(fields).map((key) => ({
    key,
    percent: checkPercent(`the share of ${key}`, fields[key]),
    named: readName(key, names, callerNamespace),
  }));
  if (promises.length === 0)
    fail('the shares', 'of at least one receiver', '{}', "write { 'reviews v2': 100 }");
  const totals = new Map(promises.map(({ key }) => [key, 0]));
  let others = 0;
  for (const end of ends) {
    const meant = promises.filter(({ named }) => isMeant(named, end)).map(({ key }) => key);
    if (meant.length > 1) fail('a receiver', 'named once', meant, `both are ${end.label}: remove one`);
    const [key] = meant;
    if (key === undefined) others += end.share;
    else totals.set(key, totals.get(key)! + end.share);
  }
  return {
    pass: others === 0 && promises.every(({ key, percent }) => isShare(percent, totals.get(key)!)),
    expected: promises.map(({ key, percent }) => `${key} ${showExpectedShare(percent)}`).join(', '),
    received: showEnds(ends),
  };
}

/** All requests end somehow. */
export function checkSum(shares: Shares): void {
  const percents = Object.values(shares);
  if (!percents.every((percent) => typeof percent === 'number')) return;
  const sum = percents.reduce((total, percent) => total + percent, 0);
  if (Math.abs(sum - 100) > 0.01 * percents.length)
    fail('the sum of the shares', '100', sum, 'say what becomes of the others, too, such as { 503: 10 }');
}

/** `reviews v1 90 %, 503 10 % (FI: aborted)` */
export function showEnds(ends: readonly End[]): string {
  const byLabel = new Map<string, number>();
  for (const { label, note, share } of ends) {
    const text = note === undefined ? label : `${label}\n${note}`;
    byLabel.set(text, (byLabel.get(text) ?? 0) + share);
  }
  const parts = [...byLabel].map(([text, share]) => {
    const [label, note] = text.split('\n');
    return `${label} ${showShare(share)}${note === undefined ? '' : ` (${note})`}`;
  });
  return parts.length > 0 ? parts.join(', ') : 'nobody';
}
