import type { Author } from '../../model/contribution';
import type { Host } from '../../model/host';
import type { HostSettings } from '../../model/settings';
import type { Loss } from '../dialect';

/** How callers treat a host is beyond the Gateway API. */
export function settingLosses(author: Author, host: Host, { authors }: HostSettings): Loss[] {
  const settings = [...authors].map(([key, said]): Loss => {
    const [version, kind] = key.split(' ') as [string, keyof typeof WHATS];
    const whose = version === '' ? host.key : `${version} of ${host.key}`;
    return {
      author: said,
      what: `${WHATS[kind]} for ${whose}`,
      why: 'it does not say how proxies treat a service; use Dialect.ISTIO',
    };
  });
  const tls = host.ports
    .filter(({ originateTls }) => originateTls)
    .map(({ number }) => ({
      author,
      what: `TLS that proxies start for port ${number} of ${host.key}`,
      why: 'it starts TLS for services of the cluster only; use Dialect.ISTIO',
    }));
  return [...settings, ...tls];
}

const WHATS = {
  'circuit-breaker': 'a circuit breaker',
  balancer: 'load balancing or session affinity',
  locality: 'a locality setting',
} as const;
