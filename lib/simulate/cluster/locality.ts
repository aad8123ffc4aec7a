import {
  fieldsList,
  fieldsOf,
  numberOf,
  optionalFields,
  textOf,
  textsOf,
  type Fields,
} from '../../manifest/fields';
import type { TrafficPolicy } from '../destination-rule/policy';
import type { Labels } from '../mesh/labels';
import type { Service } from '../mesh/service';
import type { MeshSettings } from '../mesh/settings';
import type { Endpoint } from './endpoints';

/** Where the caller is. */
export interface Place {
  /** `region/zone/subzone`. Absent: unknown, so that all endpoints are equally near. */
  readonly locality?: string;
  readonly labels: Labels;
}

/**
 * The endpoints that a caller uses, with their weights while all of them are healthy. Those that only stand in for others
 * stay, with a weight of 0.
 * @see https://istio.io/latest/docs/tasks/traffic-management/locality-load-balancing/
 */
export function near(
  members: readonly Endpoint[],
  caller: Place,
  traffic: TrafficPolicy,
  { trafficDistribution }: Service,
  settings: MeshSettings,
): readonly Endpoint[] {
  const own = optionalFields(fieldsOf(traffic.loadBalancer).localityLbSetting);
  if (own?.enabled === false || (!own && !settings.localityEnabled)) return members;
  const setting = own ?? settings.locality;
  const distribute = fieldsList(setting.distribute);
  if (distribute.length > 0 && caller.locality !== undefined) {
    const entry = distribute.find(({ from }) => isWithin(caller.locality!, textOf(from) ?? ''));
    return entry ? distributed(members, fieldsOf(entry.to)) : members;
  }
  if (!traffic.outlierDetection && (own || trafficDistribution === undefined)) return members;
  const labels = textsOf(setting.failoverPriority);
  const rank =
    labels.length > 0
      ? (endpoint: Endpoint) => labelRank(labels, caller.labels, endpoint.labels)
      : caller.locality === undefined
        ? undefined
        : (endpoint: Endpoint) => regionRank(caller.locality!, endpoint.locality ?? '', setting);
  return rank ? nearestFirst(members, rank) : members;
}

/** While the nearest are healthy they get everything. */
function nearestFirst(
  members: readonly Endpoint[],
  rank: (endpoint: Endpoint) => number,
): readonly Endpoint[] {
  const ranks = members.map(rank);
  const nearest = Math.min(...ranks);
  return members.map((endpoint, i) => (ranks[i] === nearest ? endpoint : { ...endpoint, weight: 0 }));
}

/** A place that is not listed gets nothing; what a listed one gets is split by size. */
function distributed(members: readonly Endpoint[], to: Fields): readonly Endpoint[] {
  return Object.keys(to).flatMap((pattern) => {
    const inside = members.filter(({ locality = '' }) => isWithin(locality, pattern));
    const size = inside.reduce((sum, { weight }) => sum + weight, 0);
    const share = numberOf(to[pattern]) ?? 0;
    return inside.map((endpoint) => ({ ...endpoint, weight: (endpoint.weight / size) * share }));
  });
}

/** `region/zone/*` covers all that is in it, and so does `region/zone`. */
function isWithin(locality: string, pattern: string): boolean {
  if (pattern === '*') return true;
  const parts = locality.split('/');
  return pattern.split('/').every((part, i) => part === '*' || part === (parts[i] ?? ''));
}

function regionRank(own: string, other: string, { failover }: Fields): number {
  const [region, zone, subzone] = own.split('/');
  const [r, z, s] = other.split('/');
  if (region === r && zone === z && subzone === s) return 0;
  if (region === r && zone === z) return 1;
  if (region === r) return 2;
  const asked = fieldsList(failover).find(({ from }) => from === region);
  return !asked || asked.to === r ? 3 : 4;
}

/** How many labels, from the first, the endpoint has in common with the caller. */
function labelRank(keys: readonly string[], own: Labels, other: Labels): number {
  const mismatch = keys.findIndex((entry) => {
    const [key, wanted] = entry.split('=') as [string, string?];
    return (other.get(key) ?? '') !== (wanted ?? own.get(key) ?? '');
  });
  return mismatch === -1 ? 0 : keys.length - mismatch;
}
