import type { Caller } from '../../simulate/request';
import { UsageError } from '../usage-error';

/** What `--from` takes, for its help. */
export const CALLER_FORMS = `Who asks (--from):
  shop/productpage-v1                         a Deployment or Pod of the manifests
  shop/app=productpage,version=v1             a pod with these labels
  namespace:shop                              some other pod of the namespace
  gateway                                     a client of istio-system/istio=ingressgateway
  gateway:istio-system/istio=ingressgateway   a client of the gateway whose pods have the labels
  gateway:shop/edge                           a client of a Gateway of the Gateway API
  outside                                     a client without a proxy that dials the service`;

/** More about a workload than its name. */
export interface CallerOptions {
  readonly serviceAccount?: string;
  readonly locality?: string;
}

/** Reads `--from` and the options that go with it. Nothing if none is given. */
export function parseCaller(text: string | undefined, options: CallerOptions): Caller | undefined {
  const { serviceAccount, locality } = options;
  const more = {
    ...(serviceAccount !== undefined && { serviceAccount }),
    ...(locality !== undefined && { locality }),
  };
  const hasMore = Object.keys(more).length > 0;
  if (text === undefined) return hasMore ? more : undefined;
  const special = specialCaller(text);
  if (special) {
    if (hasMore) {
      throw new UsageError(
        `--service-account and --locality must go with a workload, got --from ${text}; leave them out`,
      );
    }
    return special;
  }
  return { ...workload(text), ...more };
}

function specialCaller(text: string): Caller | undefined {
  if (text === 'outside') return { outside: true };
  if (text === 'gateway') return { gateway: {} };
  const [, place] = /^gateway:(.*)$/.exec(text) ?? [];
  if (place === undefined) return undefined;
  const { namespace, name, labels } = split(place, text);
  return { gateway: { namespace, ...(labels ? { labels } : { name }) } };
}

function workload(text: string): Exclude<Caller, string> {
  const [, namespace] = /^namespace:([^/]+)$/.exec(text) ?? [];
  return namespace === undefined ? split(text, text) : { namespace };
}

/** A caller as `--from` takes it. */
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
function split(place: string, whole: string): Place {
  const [, namespace, rest] = /^([^/=]+)\/(.+)$/.exec(place) ?? [];
  if (namespace === undefined || rest === undefined) throw malformed(whole);
  if (!rest.includes('=')) {
    if (rest.includes('/')) throw malformed(whole);
    return { namespace, name: rest };
  }
  const pairs = rest.split(',').map((pair) => {
    const [, label, value] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
    if (label === undefined || value === undefined) throw malformed(whole);
    return [label, value] as const;
  });
  return { namespace, labels: Object.fromEntries(pairs) };
}

function malformed(text: string): UsageError {
  const prefix = text.startsWith('gateway:') ? 'gateway:' : '';
  const name = text.slice(prefix.length);
  const advice = /^[^/=:]+$/.test(name)
    ? `write for example ${prefix}default/${name}${prefix ? '' : `, or namespace:${name}`}`
    : 'cdk8s-mesh route --help has examples';
  return new UsageError(
    `--from must be namespace/workload, namespace/label=value, namespace:name, gateway:namespace/name, ` +
      `gateway:namespace/label=value or outside, got ${text}; ${advice}`,
  );
}
