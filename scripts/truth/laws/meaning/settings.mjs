import { itemsOf } from './clauses.mjs';

/** How a version is treated: what is said about it, and of the service what is not said about it. */
export function settingsOf(program, service, version) {
  const breakers = itemsOf(program, service)
    .filter(({ kind }) => kind === 'CircuitBreaker')
    .map(({ props }) => props);
  const about = (one) => breakers.find((props) => props.version === one);
  const own = version === '' ? undefined : about(version);
  const shared = about(undefined);
  const outliers = own?.outliers || shared?.outliers ? { ...shared?.outliers, ...own?.outliers } : undefined;
  const limits = { ...shared, ...own };
  return {
    ...balancerOf(program, service, version),
    maxConnections: limits.maxConnections,
    maxPendingRequests: limits.maxPendingRequests,
    maxRequests: limits.maxRequests,
    maxRetries: limits.maxRetries,
    outliers: outliers && {
      consecutive5xx: outliers.consecutive5xxErrors ?? 5,
      maxEjectionPercent: outliers.maxEjection ?? 100,
    },
  };
}

function balancerOf(program, service, version) {
  const balancers = itemsOf(program, service).filter(
    ({ kind }) => kind === 'SessionAffinity' || kind === 'LoadBalancing',
  );
  const about = (one) => balancers.find(({ props }) => props.version === one);
  const { kind, props } = (version === '' ? undefined : about(version)) ?? about(undefined) ?? {};
  if (kind === 'SessionAffinity') return { balancer: props.maglevTableSize ? 'MAGLEV' : 'RING_HASH' };
  return { balancer: props?.algorithm ?? 'LEAST_REQUEST' };
}
