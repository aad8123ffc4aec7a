import type { Request } from '../../simulate/request';

/** `GET http://reviews.shop:9080/ (end-user: jason)` */
export function exampleText({ url, method, headers = {}, claims }: Request): string {
  const isConnection = /^(tcp|tls):/.test(url);
  const sent = [
    ...Object.entries(headers).map(([name, text]) => `${name}: ${text}`),
    ...(claims ? [`token with ${JSON.stringify(claims)}`] : []),
  ];
  const start = isConnection ? '' : `${method ?? 'GET'} `;
  return `${start}${url}${sent.length > 0 ? ` (${sent.join(', ')})` : ''}`;
}
