import type { Caller, Request } from '../../simulate/request';

/** A request in one line: `GET http://reviews.shop:9080/ (end-user: jason) from shop/productpage-v1`. */
export function showRequest({
  method,
  url,
  headers,
  cookies,
  from,
  claims,
  invalidToken,
  ...rest
}: Request): string {
  const details = [
    ...entries(headers, ': '),
    ...entries(cookies, '=').map((cookie) => `cookie ${cookie}`),
    ...(['address', 'port', 'sni', 'sourceIp'] as const).flatMap((key) =>
      rest[key] === undefined ? [] : [`${key} ${rest[key]}`],
    ),
    ...(claims ? [`claims ${JSON.stringify(claims)}`] : []),
    ...(invalidToken ? ['an invalid token'] : []),
  ];
  const sent = method === undefined ? url : `${method} ${url}`;
  return `${sent}${details.length > 0 ? ` (${details.join(', ')})` : ''}${showCaller(from)}`;
}

function entries(map: Readonly<Record<string, string>> | undefined, sign: string): string[] {
  return Object.entries(map ?? {}).map(([name, value]) => `${name}${sign}${value}`);
}

function showCaller(caller: Caller | undefined): string {
  if (caller === undefined) return '';
  if (typeof caller === 'string') return ` from ${caller}`;
  if ('outside' in caller) return ' from outside the mesh';
  if ('gateway' in caller) {
    const { namespace, name, labels } = caller.gateway;
    if (name !== undefined) return ` from gateway ${namespace ?? 'default'}/${name}`;
    return ` from the gateway ${showLabels(labels ?? { istio: 'ingressgateway' })}`;
  }
  const { namespace = 'default', name, labels } = caller;
  if (name !== undefined) return ` from ${namespace}/${name}`;
  return ` from ${labels ? `${showLabels(labels)} in ` : ''}${namespace}`;
}

function showLabels(labels: Readonly<Record<string, string>>): string {
  return entries(labels, '=').join(',');
}
