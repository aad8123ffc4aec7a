import type { Caller, Request } from '../../simulate/request';
import type { Probe } from './witness';

/** Where a probe is sent to, and by whom. */
export interface Address {
  readonly scheme: 'http' | 'https' | 'tcp' | 'tls';
  readonly host: string;
  readonly port: number;
  readonly from: Caller;
}

/** The request that a probe stands for. */
export function requestOf({ scheme, host, port, from }: Address, probe: Probe): Request {
  const headers: Record<string, string> = {};
  const query: string[] = [];
  const claims: Record<string, unknown> = {};
  for (const [dimension, value] of probe) {
    const [part, name] = splitAt(dimension);
    if (value === undefined) continue;
    if (part === 'header' && !name.startsWith(':')) headers[name] = value;
    if (part === 'query') query.push(value === '' ? name : `${name}=${value}`);
    if (part === 'claim') setClaim(claims, name, value);
  }
  const isHttp = scheme === 'http' || scheme === 'https';
  const target = isHttp ? `${probe.get('path') ?? '/'}${query.length > 0 ? `?${query.join('&')}` : ''}` : '';
  const method = probe.get('header :method');
  return {
    url: `${scheme}://${host}:${port}${target}`,
    from,
    ...(method !== undefined && { method }),
    ...(Object.keys(headers).length > 0 && { headers }),
    ...(Object.keys(claims).length > 0 && { claims }),
  };
}

function splitAt(dimension: string): readonly [string, string] {
  const blank = dimension.indexOf(' ');
  return blank === -1 ? [dimension, ''] : [dimension.slice(0, blank), dimension.slice(blank + 1)];
}

/** `@request.auth.claims.a.b` or `a.b` */
function setClaim(claims: Record<string, unknown>, name: string, value: string): void {
  const path = name
    .replace(/^@request\.auth\.claims/, '')
    .split(/[.[\]]+/)
    .filter((part) => part !== '');
  let at = claims;
  for (const part of path.slice(0, -1)) at = (at[part] ??= {}) as Record<string, unknown>;
  at[path.at(-1) ?? name] = value;
}
