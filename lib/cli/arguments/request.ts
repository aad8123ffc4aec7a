import type { Caller, Request } from '../../simulate/request';
import type { Question } from '../present/decision';
import { parseCaller } from './caller';
import { parseCookies, parseHeaders } from './headers';
import type { Target } from './target';
import { parseClaims, parsePort, parseSourceIp } from './values';

/** The options that describe a request, as they are written. */
export interface RequestOptions {
  readonly from?: string;
  readonly header?: readonly string[];
  readonly cookie?: readonly string[];
  readonly sni?: string;
  readonly address?: string;
  readonly port?: string;
  readonly sourceIp?: string;
  readonly claims?: string;
  readonly invalidToken?: boolean;
  readonly serviceAccount?: string;
  readonly locality?: string;
}

export function parseRequest({ url, method }: Target, options: RequestOptions): Request {
  const { header, cookie, sni, address, port, sourceIp, claims, invalidToken } = options;
  const from = parseCaller(options.from, options);
  return {
    url,
    ...(method !== undefined && { method }),
    ...(header && { headers: parseHeaders(header) }),
    ...(cookie && { cookies: parseCookies(cookie) }),
    ...(from !== undefined && { from }),
    ...(address !== undefined && { address }),
    ...(port !== undefined && { port: parsePort(port) }),
    ...(sni !== undefined && { sni }),
    ...(sourceIp !== undefined && { sourceIp: parseSourceIp(sourceIp) }),
    ...(claims !== undefined && { claims: parseClaims(claims) }),
    ...(invalidToken === true && { invalidToken }),
  };
}

/** The request again, for whoever reads the answer without the command, as in a log. */
export function questionOf(request: Request, options: RequestOptions): Question {
  const { url, method, headers, cookies, address, port, sni, sourceIp, claims, invalidToken } = request;
  const usual = url.toLowerCase().startsWith('grpc') ? 'POST' : 'GET';
  return {
    method: method ?? usual,
    url,
    lines: [
      ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
      ...Object.entries(cookies ?? {}).map(([name, value]) => `cookie ${name}=${value}`),
      ...(address === undefined ? [] : [`to ${address}`]),
      ...(port === undefined ? [] : [`port ${port}`]),
      ...(sni === undefined ? [] : [`server name ${sni}`]),
      ...(sourceIp === undefined ? [] : [`from the address ${sourceIp}`]),
      ...(claims === undefined ? [] : [`token with ${JSON.stringify(claims)}`]),
      ...(invalidToken ? ['invalid token'] : []),
      callerLine(request.from, options.from),
    ],
  };
}

function callerLine(caller: Caller | undefined, written: string | undefined): string {
  if (written !== undefined) return `from ${written}`;
  return caller === undefined
    ? 'from a pod of the namespace default (--from says another)'
    : 'from a pod of the namespace default';
}
