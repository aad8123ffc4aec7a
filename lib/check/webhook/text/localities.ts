import { show } from '../../finding';

type Zones = Map<string, Set<string>>;

/**
 * What is wrong with a list of localities; nothing if it is fine. Each is compared with those before it, so that
 * `eu/a` after `eu` overlaps, and `eu` after `eu/a`, too.
 */
export function localityProblem(localities: readonly string[]): string | undefined {
  const regions = new Map<string, Zones>();
  for (const locality of localities) {
    const wildcards = locality.split('*').length - 1;
    if (wildcards > 1 || (wildcards === 1 && !locality.endsWith('*')))
      return `with one * at most, and at the end, got ${show(locality)}`;
    const overlap = `none of which overlap, got ${show(locality)} after others`;
    if (regions.has('*')) return overlap;
    const [region = '', zone, ...rest] = locality.split('/');
    const subzone = rest.length > 0 ? rest.join('/') : undefined;
    if (region === '' || zone === '' || subzone === '') return `none of them empty, got ${show(locality)}`;
    if (overlaps(regions, region, zone, subzone)) return overlap;
  }
  return undefined;
}

/** Adds the locality, unless a part of it is there already. */
function overlaps(regions: Map<string, Zones>, region: string, zone?: string, subzone?: string): boolean {
  const zones = regions.get(region);
  if (zone === undefined) {
    if (zones) return true;
    regions.set(region, new Map([['*', new Set(['*'])]]));
    return false;
  }
  if (!zones) {
    regions.set(region, new Map([[zone, new Set([subzone ?? '*'])]]));
    return false;
  }
  if (zones.has('*')) return true;
  const subzones = zones.get(zone);
  if (!subzones) {
    zones.set(zone, new Set([subzone ?? '*']));
    return false;
  }
  if (subzone === undefined || subzones.has('*') || subzones.has(subzone)) return true;
  subzones.add(subzone);
  return false;
}
