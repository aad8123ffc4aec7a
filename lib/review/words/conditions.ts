import type { Caller } from '../../simulate/request';
import type { NamedCondition, RowMatch } from '../../simulate/table/routes';
import type { RequestClass } from '../classes/request-class';
import { list } from './numbers';

/** `Requests with path /api/* and header end-user: jason`; `All requests`, `All other requests`. */
export function requestsText({ matches, isRest, except }: RequestClass, noun = 'requests'): string {
  const words = [...new Set(matches.flatMap(conditionWords))];
  const others = except.map((match) => list(conditionWords(match)));
  if (others.length > MOST_EXCEPTIONS) {
    return words.length === 0 ? `All other ${noun}` : `Other ${noun} with ${list(words)}`;
  }
  if (words.length > 0) {
    const but = others.length > 0 ? `, but without ${list(others, 'or')}` : '';
    return `${noun.charAt(0).toUpperCase()}${noun.slice(1)} with ${list(words)}${but}`;
  }
  if (others.length > 0) return `All ${noun} but those with ${list(others, 'or')}`;
  return isRest ? `All other ${noun}` : `All ${noun}`;
}

/** Whether all of them have the very same path. */
export function isOnePath({ matches }: RequestClass): boolean {
  return matches.some(({ path }) => path?.kind === 'exact' && !path.ignoreCase);
}

const MOST_EXCEPTIONS = 3;

/** Any of several classes: `Requests with path /a, path /b or method PUT and path /c`. */
export function anyRequestsText(classes: readonly RequestClass[], noun = 'requests'): string {
  if (classes.length === 1) return requestsText(classes[0]!, noun);
  const words = classes.map(({ matches }) => list([...new Set(matches.flatMap(conditionWords))]));
  return `Requests with ${list(words, 'or')}`;
}

/** `path /api/*`, `header end-user: jason`, `method GET` */
export function conditionWords({ path, headers, query, claims }: RowMatch): readonly string[] {
  return [
    ...(path ? [pathWords(path)] : []),
    ...headers.map(headerWords),
    ...query.map((one) => namedWords(`query parameter ${one.name}`, one)),
    ...claims.map((one) => namedWords(`claim ${one.name}`, one)),
  ];
}

const ENDINGS = { exact: '', prefix: '*', segments: '/*', regex: '' } as const;

function pathWords({ kind, text, ignoreCase }: NonNullable<RowMatch['path']>): string {
  const shown =
    kind === 'regex'
      ? `a path that matches ${text}`
      : `path ${text.replace(/\/$/, kind === 'segments' ? '' : '/')}${ENDINGS[kind]}`;
  return ignoreCase && kind !== 'regex' ? `${shown} in any case` : shown;
}

function headerWords(one: NamedCondition): string {
  const cookie = one.name === 'cookie' && one.kind === 'regex' && !one.invert && cookieIn(one.text);
  if (cookie) return `cookie ${cookie}`;
  return namedWords(one.name.startsWith(':') ? one.name.slice(1) : `header ${one.name}`, one);
}

/** What this library writes for a cookie, since Istio knows only the header. */
function cookieIn(regex: string): string | undefined {
  return /^\(\?:\.\*;\\s\*\)\?([\w-]+=[\w-]+)\(\?:;\.\*\)\?$/.exec(regex)?.[1];
}

function namedWords(name: string, { kind, text, invert }: NamedCondition): string {
  const isPseudo = !name.includes(' ');
  switch (kind) {
    case 'present':
      return invert ? `no ${name}` : `any ${name}`;
    case 'exact':
      if (invert) return `${name} other than ${text}`;
      return isPseudo ? `${name} ${text}` : `${name}: ${text}`;
    case 'prefix':
      return `${name} that ${invert ? 'does not start' : 'starts'} with ${text}`;
    case 'regex':
      return `${name} that ${invert ? 'does not match' : 'matches'} ${text}`;
  }
}

/** `workloads of shop`, `workloads of shop with app=web`, `clients of the gateway istio-system/istio=ingressgateway` */
export function callersText(callers: readonly Caller[]): string {
  const plain = callers.flatMap((one) =>
    typeof one !== 'string' &&
    !('gateway' in one) &&
    !('outside' in one) &&
    !one.labels &&
    !one.serviceAccount
      ? [one.namespace ?? 'default']
      : [],
  );
  const others = callers.filter(
    (one) =>
      typeof one === 'string' || 'gateway' in one || 'outside' in one || one.labels || one.serviceAccount,
  );
  return list([
    ...(plain.length > 0 ? [`workloads of ${list([...plain].sort())}`] : []),
    ...[...grouped(others)].sort(),
  ]);
}

/** Workloads of one namespace that only their account, or only their labels, tell apart are put together. */
function grouped(callers: readonly Caller[]): readonly string[] {
  const accounts = new Map<string, string[]>();
  const labelled = new Map<string, string[]>();
  const rest: string[] = [];
  for (const caller of callers) {
    const isWorkload = typeof caller !== 'string' && !('gateway' in caller) && !('outside' in caller);
    const { namespace = 'default', labels = {}, serviceAccount, name } = isWorkload ? caller : {};
    const hasLabels = Object.keys(labels).length > 0;
    if (!isWorkload || name !== undefined || (hasLabels && serviceAccount !== undefined))
      rest.push(callerText(caller));
    else if (serviceAccount !== undefined) addTo(accounts, namespace, serviceAccount);
    else addTo(labelled, namespace, pairs(labels));
  }
  return [
    ...[...accounts].map(([of, names]) => {
      const noun = names.length > 1 ? 'service accounts' : 'service account';
      return `workloads of ${of} with ${noun} ${list(names.sort())}`;
    }),
    ...[...labelled].map(([of, texts]) => `workloads of ${of} with ${list(texts.sort(), 'or')}`),
    ...rest,
  ];
}

function addTo(map: Map<string, string[]>, key: string, text: string): void {
  const known = map.get(key) ?? [];
  map.set(key, known.includes(text) ? known : [...known, text]);
}

export function callerText(caller: Caller): string {
  if (typeof caller === 'string') return caller;
  if ('outside' in caller) return 'clients without a sidecar';
  if ('gateway' in caller) {
    const { namespace = 'istio-system', name, labels = { istio: 'ingressgateway' } } = caller.gateway;
    return `clients of the gateway ${namespace}/${name ?? pairs(labels)}`;
  }
  const { namespace = 'default', name, labels = {}, serviceAccount } = caller;
  if (name !== undefined) return `${namespace}/${name}`;
  const words = [
    ...(Object.keys(labels).length > 0 ? [pairs(labels)] : []),
    ...(serviceAccount !== undefined ? [`service account ${serviceAccount}`] : []),
  ];
  return `workloads of ${namespace}${words.length > 0 ? ` with ${list(words)}` : ''}`;
}

function pairs(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([label, text]) => `${label}=${text}`)
    .join(',');
}
