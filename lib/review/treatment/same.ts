import {
  ASPECTS,
  type Aspect,
  type Destination,
  type End,
  type PerDestination,
  type Treatment,
} from '../facts';

/** The aspects in which two treatments differ: what the caller and the receivers could notice, not what it is called. */
export function differences(before: Treatment, after: Treatment): readonly Aspect[] {
  const common = commonDestinations(before, after);
  const isDelivered = [before, after].every((one) => deliveries(one).length > 0);
  const comparable = isDelivered ? ASPECTS : WITHOUT_RECEIVER;
  return comparable.filter((aspect) => keyOf(before, aspect, common) !== keyOf(after, aspect, common));
}

/** What still counts where nobody gets the request on one side. */
const WITHOUT_RECEIVER: readonly Aspect[] = ['access', 'ends', 'delay', 'responseHeaders', 'cors'];

/** What is said of single destinations can be compared for those only that both have. */
function commonDestinations(before: Treatment, after: Treatment): ReadonlySet<string> {
  const known = new Set(deliveries(before));
  return new Set(deliveries(after).filter((identity) => known.has(identity)));
}

function deliveries({ ends }: Treatment): readonly string[] {
  return ends.flatMap((end) => (end.kind === 'delivery' ? [end.identity] : []));
}

/** One text for all treatments that are the same in an aspect. */
function keyOf(treatment: Treatment, aspect: Aspect, common: ReadonlySet<string>): string {
  switch (aspect) {
    case 'access':
      return accessKey(treatment.access);
    case 'ends':
      return endsKey(treatment.ends);
    case 'mirrors':
      return copiesKey(treatment.mirrors);
    case 'retries': {
      const { retries } = treatment;
      return JSON.stringify(retries && { ...retries, isDefault: undefined });
    }
    case 'requestHeaders':
    case 'responseHeaders':
      return JSON.stringify([treatment[aspect].all ?? null, perDestination(treatment[aspect].each, common)]);
    case 'limits':
    case 'ejection':
    case 'balancing':
      return perDestination(treatment[aspect], common);
    case 'transport':
      return perDestination(
        // The server name of the mesh's own TLS has the subset in it, which is only a name.
        treatment.transport.map((one) =>
          one.what.kind === 'tls' ? one : { ...one, what: { kind: one.what.kind } },
        ),
        common,
      );
    default:
      return JSON.stringify(treatment[aspect] ?? null);
  }
}

/** Who is let in by a policy is as welcome as where there is none. */
function accessKey(access: Treatment['access']): string {
  return JSON.stringify(
    !access || (access.allowed && !access.isUncertain && !access.denying) ? null : access,
  );
}

function perDestination(list: PerDestination<unknown>, common: ReadonlySet<string>): string {
  const texts = list
    .filter(({ identity }) => common.has(identity))
    .map(({ identity, what }) => JSON.stringify([identity, what]));
  return [...new Set(texts)].sort().join();
}

/** The share of requests that ends elsewhere: with another workload, or with another answer. */
export function movedShare(before: Treatment, after: Treatment): number {
  const [first, second] = [endShares(before.ends), endShares(after.ends)];
  let kept = 0;
  for (const [end, share] of first) kept += Math.min(share, second.get(end) ?? 0);
  return round(Math.max(0, 1 - kept));
}

/** The share of requests that nobody gets, except for injected faults. */
export function lostShare({ ends }: Treatment): number {
  return ends.reduce((sum, end) => {
    const isLost =
      end.kind === 'closing' || (end.kind === 'answer' && end.status >= 400 && end.flag !== 'FI');
    return sum + (isLost ? end.share : 0);
  }, 0);
}

function endsKey(ends: readonly End[]): string {
  return sortedText(endShares(ends));
}

/** Each workload's share of all requests, whatever way leads to it; and that of each answer. */
function endShares(ends: readonly End[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  const add = (key: string, share: number) => shares.set(key, (shares.get(key) ?? 0) + share);
  for (const end of ends) {
    if (end.kind === 'delivery') {
      for (const [name, part] of receivers(end)) add(`${name} ${end.authority ?? ''}`, end.share * part);
    } else {
      add(JSON.stringify({ ...end, reason: undefined, share: undefined }), end.share);
    }
  }
  return shares;
}

function receivers({ identity, workloads }: Destination): readonly (readonly [string, number])[] {
  return workloads.length > 0
    ? workloads.map(({ name, port, share }) => [`${name}:${port}`, share])
    : [[identity, 1]];
}

function copiesKey(mirrors: Treatment['mirrors']): string {
  const shares = new Map<string, number>();
  for (const mirror of mirrors) {
    const key = mirror.reachable ? mirror.identity : 'nobody';
    shares.set(key, (shares.get(key) ?? 0) + mirror.probability);
  }
  return sortedText(shares);
}

function sortedText(shares: ReadonlyMap<string, number>): string {
  return [...shares]
    .map(([name, share]) => `${name} ${round(share)}`)
    .sort()
    .join('; ');
}

function round(share: number): number {
  return Math.round(share * 1e6) / 1e6;
}
