import type { Subject } from '../subject/subject';
import type { HostDescription, Unasked } from './model';

/** What Istio does although nobody asked for it. */
export function unaskedIn(hosts: readonly HostDescription[], { settings }: Subject): readonly Unasked[] {
  const routes = hosts.flatMap(({ views }) =>
    views.flatMap(({ protocol, routes: own }) => own.map(({ treatment }) => ({ protocol, ...treatment }))),
  );
  const delivered = routes.filter(({ ends }) => ends.some(({ kind }) => kind === 'delivery'));
  const isSaid = (is: (route: (typeof routes)[number]) => boolean): boolean => delivered.some(is);
  const isOpen = hosts.some(({ views }) => views.some(({ access }) => access.length === 0));
  return [
    ...(isOpen ? ['everybody-let-in' as const] : []),
    ...(isSaid(({ protocol, timeout }) => protocol === 'http' && timeout === undefined)
      ? ['no-timeout' as const]
      : []),
    ...(isSaid(({ retries }) => retries?.isDefault === true) ? ['retries' as const] : []),
    ...(isSaid(({ transport }) => transport.some(({ what }) => what.kind === 'mutual-tls'))
      ? ['mutual-tls' as const]
      : []),
    settings.allowAny ? 'unknown-hosts-open' : 'unknown-hosts-closed',
  ];
}
