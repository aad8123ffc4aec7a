import type { Host } from '../model/host';
import type { Outcome } from '../model/outcome';
import type { Problem } from '../model/problem';
import type { HostSettings } from '../model/settings';
import { settingKey } from '../model/settings';
import type { Entry } from '../model/table';
import type { Declared, GatewayFacts } from './declarations';
import { gatewayKey } from './world';

/** Sessions do not survive a draw between versions. */
export function affinityWarnings(
  { key }: Host,
  { host, authors }: HostSettings,
  entries: readonly Entry<Outcome>[],
): Problem[] {
  if (!host.balancer || !('hash' in host.balancer)) return [];
  const affinity = authors.get(settingKey(undefined, 'balancer'))!;
  const splits = entries.flatMap(({ outcome: { action, author } }) => {
    if (action.kind !== 'forward' || !author) return [];
    const drawn = action.shares.filter(({ weight }) => weight > 0);
    return drawn.length > 1 && drawn.every(({ responseHeaders }) => !responseHeaders) ? [author] : [];
  });
  return [...new Map(splits.map((author) => [author.path, author])).values()].map((split) => ({
    authors: [affinity, split],
    message: `sessions of ${key} (${affinity.path}) do not stick while ${split.path} draws a version for each request: proxies draw the version first and the endpoint next; give the split a StickyCookie`,
  }));
}

/** A Gateway without a listener is refused by API servers, so none is written. */
export function idleWarning({ author, said }: Declared<GatewayFacts>): Problem {
  const message = `the gateway ${gatewayKey(said)} (${author.path}) must have something to let in, got no Expose for it; add one, until then nothing is written for it`;
  return { authors: [author], message };
}
