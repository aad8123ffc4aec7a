import type { Listener } from '../../model/gateway';

/** The hosts that no other covers: `*` of `*` and `a.example.com`. */
export function widest(hosts: readonly string[]): string[] {
  return hosts.filter((host) => !hosts.some((wide) => covers(wide, host)));
}

/**
 * Whether listeners need Gateways of their own. Istio lets a VirtualService in at every listener of its Gateways whose
 * hosts have some in common with its own: one for `*` answers at a listener for `a.example.com`, and the other way round.
 * That is right only where both are listened for at the same doors.
 */
export function needApart(listeners: readonly Listener[]): boolean {
  const doors = new Map<string, string>();
  for (const [i, { mode, hosts }] of listeners.entries()) {
    if (mode.kind === 'tcp' || mode.kind === 'passthrough') continue; // rules about these name port and host
    for (const host of hosts) doors.set(host, `${doors.get(host) ?? ''} ${i}`);
  }
  const all = [...doors];
  return all.some(([wide, own]) => all.some(([host, others]) => covers(wide, host) && own !== others));
}

/**
 * The hosts of a site as sets in which none covers another, as a VirtualService has to have them. Those are left out to
 * which the next wider one of the gateway gives the same.
 */
export function layersOf(site: readonly string[], gateway: ReadonlySet<string>): string[][] {
  const layers: string[][] = [];
  const hosts = site.filter((host) => {
    const [next] = [...gateway].filter((wide) => covers(wide, host)).sort((a, b) => b.length - a.length);
    return next === undefined || !site.includes(next);
  });
  for (const host of hosts) {
    const depth = hosts.filter((wide) => covers(wide, host)).length;
    (layers[depth] ??= []).push(host);
  }
  return layers;
}

function covers(wide: string, host: string): boolean {
  return wide !== host && (wide === '*' || (wide.startsWith('*.') && host.endsWith(wide.slice(1))));
}
