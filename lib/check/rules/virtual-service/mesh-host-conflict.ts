import type { VirtualService } from '../../../simulate/virtual-service/model';
import { isWildcard, overlaps } from '../../../simulate/names/host';
import { push } from '../../mesh/workloads';
import { someNames } from '../../mesh/names';
import { rule, type Reporter } from '../../rule';
import { manifests, to, virtualService, web } from '../fixture';

export const meshHostConflict = rule({
  id: 'virtual-service-host-conflict',
  title: 'Two VirtualServices for the same host',
  severity: 'error',
  why: 'Sidecars use the older one and drop the other, with its canaries, timeouts and faults: the routes of a mesh host are never merged.',
  fix: 'Write one VirtualService for the host, or let one delegate to the other.',
  upstream: ['IST0109', 'KIA1106'],
  links: ['https://istio.io/latest/docs/reference/config/analysis/ist0109/'],
  bad: manifests(
    web('shop/web'),
    virtualService('shop/a', `{hosts: [web], http: [${to('web')}]}`),
    virtualService('shop/b', `{hosts: [web.shop.svc.cluster.local], http: [${to('web')}]}`),
  ),
  good: manifests(web('shop/web'), virtualService('shop/a', `{hosts: [web], http: [${to('web')}]}`)),
  check(mesh, reporter) {
    const all = mesh.virtualServices().filter(({ gateways }) => gateways.includes('mesh'));
    const publicly = new Map<string, VirtualService[]>();
    const scoped = new Map<string, VirtualService[]>();
    for (const one of all) {
      const scopes = one.exportTo.has('*') ? ['*'] : one.exportTo;
      for (const host of new Set(one.hosts)) {
        for (const scope of scopes)
          push(scope === '*' ? publicly : scoped, scope === '*' ? host : `${scope}/${host}`, one);
      }
    }
    const told = new Set<VirtualService>();
    for (const [host, rivals] of publicly) say(host, rivals, told, reporter);
    const wildcards = [...publicly].filter(([host]) => isWildcard(host));
    for (const [key, own] of scoped) {
      const host = key.slice(key.indexOf('/') + 1);
      const same = publicly.get(host) ?? [];
      say(host, [...own, ...same], told, reporter);
      const wider = isWildcard(host) ? [...publicly] : wildcards;
      for (const [other, rivals] of wider) {
        if (other !== host && overlaps(host, other))
          say(host, [...own, ...rivals], told, reporter, `, which ${other} covers`);
      }
    }
  },
});

function say(
  host: string,
  rivals: readonly VirtualService[],
  told: Set<VirtualService>,
  reporter: Reporter,
  note = '',
): void {
  const different = [...new Set(rivals)];
  if (different.length < 2) return;
  const names = someNames(different);
  for (const one of different) {
    if (told.has(one)) continue;
    told.add(one);
    const at = Math.max(0, one.hosts.indexOf(host));
    // The narrower of two different hosts wins: nothing is lost, but it may not be what was meant.
    reporter.add(
      one.config.document,
      ['spec', 'hosts', at],
      `host must be that of one VirtualService, got ${names} for ${host}${note}`,
      {
        ...(note && {
          severity: 'info',
          why: 'Sidecars use the narrower one for the names that both cover, and nothing of the other.',
        }),
      },
    );
  }
}
