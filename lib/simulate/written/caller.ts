import type { Caller } from '../request';

/**
 * Reads a caller as people write it: `shop/web`, `shop/app=web,version=v1`, `namespace:shop`, `gateway`,
 * `gateway:shop/edge`, `gateway:shop/istio=edge` or `outside`.
 * @param what how the message calls it
 * @throws if it is none of these
 */
export function readCaller(text: string, what: string): Exclude<Caller, string> {
  if (text === 'outside') return { outside: true };
  if (text === 'gateway') return { gateway: {} };
  const [, place] = /^gateway:(.*)$/.exec(text) ?? [];
  if (place !== undefined) {
    const { namespace, name, labels } = split(place, text, what);
    return { gateway: { namespace, ...(labels ? { labels } : { name }) } };
  }
  const [, namespace] = /^namespace:([^/]+)$/.exec(text) ?? [];
  return namespace === undefined ? split(text, text, what) : { namespace };
}

/** A caller as `readCaller` takes it. */
export function nameCaller(caller: Caller): string {
  if (typeof caller === 'string') return caller;
  if ('outside' in caller) return 'outside';
  if ('gateway' in caller) {
    const { namespace, name, labels = { istio: 'ingressgateway' } } = caller.gateway;
    const fallback = name === undefined ? 'istio-system' : 'default';
    return `gateway:${namespace ?? fallback}/${name ?? pairs(labels)}`;
  }
  const { namespace = 'default', name, labels } = caller;
  if (name !== undefined) return `${namespace}/${name}`;
  return labels && Object.keys(labels).length > 0
    ? `${namespace}/${pairs(labels)}`
    : `namespace:${namespace}`;
}

function pairs(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([label, text]) => `${label}=${text}`)
    .join(',');
}

interface Place {
  readonly namespace: string;
  readonly name?: string;
  readonly labels?: Readonly<Record<string, string>>;
}

/** `namespace/name`, or `namespace/label=value,label=value` */
function split(place: string, whole: string, what: string): Place {
  const [, namespace, rest] = /^([^/=]+)\/(.+)$/.exec(place) ?? [];
  if (namespace === undefined || rest === undefined) throw malformed(whole, what);
  if (!rest.includes('=')) {
    if (rest.includes('/')) throw malformed(whole, what);
    return { namespace, name: rest };
  }
  const labels = rest.split(',').map((pair) => {
    const [, label, value] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
    if (label === undefined || value === undefined) throw malformed(whole, what);
    return [label, value] as const;
  });
  return { namespace, labels: Object.fromEntries(labels) };
}

function malformed(text: string, what: string): Error {
  const prefix = text.startsWith('gateway:') ? 'gateway:' : '';
  const name = text.slice(prefix.length);
  const advice = /^[^/=:]+$/.test(name)
    ? `write for example ${prefix}default/${name}${prefix ? '' : `, or namespace:${name}`}`
    : 'write for example shop/web, or gateway';
  return new Error(
    `${what} must be namespace/workload, namespace/label=value, namespace:name, gateway:namespace/name, ` +
      `gateway:namespace/label=value or outside, got ${text}; ${advice}`,
  );
}
