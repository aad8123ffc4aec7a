import type { RiskLevel, RiskRule } from '../difference/model';

export const LEVEL_WORDS: Readonly<Record<RiskLevel, string>> = {
  none: 'None',
  low: 'Low',
  medium: 'Medium',
  high: 'High',
};

/** The rule behind a risk, in words. */
export const RISK_WORDS: Readonly<Record<RiskRule, string>> = {
  'nobody-serves': 'requests go to a destination that nothing serves',
  'route-removed': 'requests that had a route get 404',
  'host-removed': 'a host is gone that requests could be sent to',
  'connection-refused': 'connections are refused or fail on the way',
  'new-fault': 'a fault is injected that was not there, or more of it',
  'new-fault-elsewhere': 'a fault is injected outside of production that was not there, or more of it',
  'mtls-weakened': 'less than before asks for mutual TLS',
  'mtls-strict': 'clients without a sidecar are refused from now on',
  'access-widened': 'requests are let in that were denied',
  'access-narrowed': 'requests are denied that were let in',
  'door-opened': 'a gateway has a host that it did not have',
  'door-closed': 'a gateway no longer has a host',
  'timeout-cut': 'requests that took longer than the new timeout fail with 504',
  'timeout-removed': 'requests may hang, since nothing ends them any more',
  'tries-exceed-timeout': 'all tries together may take longer than the timeout',
  'retries-multiply': 'more than two retries multiply the load when a service is in trouble',
  'most-moved': 'more than half of some requests end elsewhere',
  'some-moved': 'up to half of some requests end elsewhere',
  'copy-lost': 'copies go to where nobody is',
  'new-copies': 'requests are copied that were not, which doubles the load for the copied share',
  'limits-tightened': 'limits are lower, so that more requests may get 503',
  'affinity-lost': 'requests lose their affinity, so that sessions may break',
  'new-errors': 'checks find errors that were not there',
  'not-compared': 'not everything could be compared',
  other: 'requests are treated differently in ways that no other rule is about',
};
