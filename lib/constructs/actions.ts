import type { Condition } from '../model/condition';
import type { DirectResponse, Redirect } from '../model/contribution';
import type { PathRewrite } from '../model/rewrite';
import { checkInteger, checkPath, fail } from '../values/check';
import type { DirectResponseOptions, RedirectOptions } from './request-route';

/** @throws an error if the condition has no prefix that could be replaced */
export function prefixRewrite(condition: Condition | undefined, to: string): PathRewrite {
  const path = condition?.path;
  if (path && path.kind !== 'prefix' && path.kind !== 'exact') {
    fail(
      'the match of a prefix rewrite',
      'a path prefix or an exact path',
      path.path,
      'match PathPattern.prefix',
    );
  }
  return {
    kind: 'prefix',
    from: path?.path ?? '',
    to: checkPath('the prefix of a rewrite', to).replace(/\/$/, ''),
  };
}

export function redirectOf(options: RedirectOptions): Redirect {
  const { statusCode = 302, scheme, hostname, port, path } = options;
  // Others, 304 above all, pass Istio's webhook, and then Envoy refuses all routes of the port.
  if (![301, 302, 303, 307, 308].includes(statusCode)) {
    fail('the status of a redirect', '301, 302, 303, 307 or 308', statusCode, '302 is for now, 301 for good');
  }
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') {
    fail('the scheme of a redirect', 'http or https', scheme, 'leave it away to keep that of the request');
  }
  if (scheme === undefined && hostname === undefined && port === undefined && path === undefined) {
    fail('a redirect', 'to somewhere else', 'nothing to change', 'give scheme, hostname, port or path');
  }
  return {
    kind: 'redirect',
    code: statusCode,
    ...(scheme !== undefined && { scheme: scheme }),
    ...(hostname !== undefined && { hostname: checkHostname(hostname) }),
    ...(port !== undefined && {
      port: checkInteger('the port of a redirect', port, 1, 65535, 'leave it away for the usual one'),
    }),
    ...(path !== undefined && { path: checkPath('the path of a redirect', path) }),
  };
}

export function responseOf({ status, body }: DirectResponseOptions): DirectResponse {
  checkInteger('the status of an answer', status, 200, 599, 'use a status that HTTP knows');
  if (body !== undefined && Buffer.byteLength(body) > 1024 * 1024) {
    fail(
      'the body of an answer',
      'at most 1 MiB',
      `${Buffer.byteLength(body)} bytes`,
      'let a service answer',
    );
  }
  return { kind: 'direct-response', status, ...(body !== undefined && { body }) };
}

export function checkHostname(hostname: string): string {
  if (!/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(hostname)) {
    fail('a host name', 'a DNS name in lower case, without a port', hostname, 'give the port on its own');
  }
  return hostname;
}
