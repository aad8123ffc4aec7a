import type { HeaderChange, Share } from '../model/contribution';
import { fail } from '../values/check';
import type { Percent } from '../values/percent';
import type { MeshHost } from './mesh-host';

/**
 * Shares of a host's versions as integers, in the order of their names. Both dialects weigh with integers, so that
 * 12.5 % becomes 125 of 1000.
 *
 * @throws an error if they do not add up to 100 %
 */
export function versionShares(
  host: MeshHost,
  percents: { readonly [version: string]: Percent },
  responseHeaders?: (version: string) => readonly HeaderChange[],
): Share[] {
  const entries = Object.entries(percents).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [version] of entries) host._checkVersion(version);
  const sum = entries.reduce((all, [, percent]) => all + percent._millionths, 0);
  if (sum !== 1_000_000) {
    const got = entries.map(([version, percent]) => `${version}: ${percent.toString()}`).join(', ') || 'none';
    fail(`the shares of ${host._key}`, 'such that they add up to 100 %', got, 'change one of them');
  }
  const unit = [10_000, 1_000, 100, 10, 1].find((size) =>
    entries.every(([, percent]) => percent._millionths % size === 0),
  )!;
  return entries.map(([version, percent]) => ({
    target: { service: host._key, version },
    // Of a single share, any weight is all of it: what routes without shares say.
    weight: entries.length > 1 ? percent._millionths / unit : 1,
    ...(responseHeaders && { responseHeaders: responseHeaders(version) }),
  }));
}
