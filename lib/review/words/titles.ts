import type { Aspect } from '../facts';

/** What it means that there is nothing. */
export const ABSENT: Readonly<Record<Aspect, string>> = {
  ends: 'go nowhere',
  access: 'are let in by default',
  delay: 'are not delayed',
  mirrors: 'are not copied',
  rewrite: 'arrive as they were sent',
  requestHeaders: 'arrive with the headers that were sent',
  responseHeaders: 'are answered with the headers of the receiver',
  cors: 'follow no cross-origin rules',
  timeout: 'have no timeout',
  retries: 'are not tried again',
  affinity: 'may reach any endpoint each time',
  limits: 'no limits',
  ejection: 'no ejection',
  balancing: 'unknown balancing',
  transport: 'unknown transport',
};

export const TITLES: Readonly<Record<Aspect, string>> = {
  ends: 'destination',
  access: 'access',
  delay: 'delay',
  mirrors: 'copies',
  rewrite: 'rewrite',
  requestHeaders: 'request headers',
  responseHeaders: 'response headers',
  cors: 'cross-origin rules',
  timeout: 'timeout',
  retries: 'retries',
  affinity: 'affinity',
  limits: 'limits',
  ejection: 'ejection',
  balancing: 'balancing',
  transport: 'transport',
};
