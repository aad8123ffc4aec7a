// What becomes of a request, in the same words for istiod's answer and for what a review says: by who gets it, not by the
// names of clusters.
import { factsOfAnswer } from '../simulate/library.mjs';

/** Of an answer of the oracle. */
export function effectOfAnswer(answer) {
  const { timeout, retries, delay, path, authority, requestHeaders, responseHeaders, affinity, cors } =
    factsOfAnswer(answer);
  const clusters = new Map((answer.clusters ?? []).map((one) => [one.cluster, one]));
  const ends = {};
  const each = {};
  for (const [end, share] of Object.entries(answer.outcomes)) {
    const cluster = clusters.get(end);
    if (!cluster) add(ends, answered(end, answer), share);
    else for (const [name, part] of receiversOf(cluster)) add(ends, name, share * part);
    if (cluster?.policy) each[identityOf(cluster)] = policyOf(cluster.policy);
  }
  return plain({
    ends,
    each,
    delay,
    timeout,
    retries,
    rewrite: plain({ path, authority }),
    requestHeaders,
    responseHeaders,
    affinity,
    cors,
    mirrors: (answer.mirrors ?? []).reduce((sum, { percentage }) => sum + percentage / 100, 0) || undefined,
  });
}

function answered(end, { redirect, directResponse }) {
  return end === 'closed'
    ? end
    : [end, redirect?.location, directResponse?.body].filter((one) => one !== undefined).join(' ');
}

/** Each pod gets as much as any other. */
function receiversOf(cluster) {
  const names = podsOf(cluster);
  return names.length > 0 ? names.map((name) => [name, 1 / names.length]) : [[outsideOf(cluster), 1]];
}

function identityOf(cluster) {
  const names = podsOf(cluster);
  return names.length > 0 ? [...new Set(names)].sort().join() : outsideOf(cluster);
}

/** Pods with their namespaces, other endpoints as they are. */
function podsOf({ host = '', endpoints = [] }) {
  const [, namespace] = /^[^.]+\.([^.]+)\.svc\.cluster\.local$/.exec(host) ?? [];
  const known = endpoints.filter((one) => one !== 'original destination');
  if (namespace === undefined) return known;
  return known.map((one) => `${namespace}/${one.replace(/-\d+(?=:)/, '')}`);
}

function outsideOf({ host, cluster, port }) {
  return `${host ?? cluster}:${port ?? ''}`;
}

function policyOf({ lb, maxConnections, maxPendingRequests, maxRequests, maxRetries, outlierDetection }) {
  return {
    balancing: lb,
    limits: plain({ maxConnections, maxPendingRequests, maxRequests, maxRetries }),
    ejection: outlierDetection ? plain({ consecutive5xx: outlierDetection.consecutive5xx }) : undefined,
  };
}

/** Of a treatment of a review. */
export function effectOfTreatment(told) {
  const ends = {};
  for (const end of told.ends) for (const [name, share] of endsOf(end)) add(ends, name, share);
  const each = {};
  for (const aspect of ['balancing', 'limits', 'ejection'])
    for (const { identity, what } of told[aspect])
      (each[nameless(identity)] ??= {})[aspect] = aspect === 'balancing' ? what : numbersOf(what, aspect);
  const copies = told.mirrors.reduce((sum, { probability }) => sum + probability, 0);
  const { timeout, delay, rewrite, cors, affinity } = told;
  return plain({
    ends,
    each,
    delay: delay?.probability > 0 ? delay : undefined,
    timeout,
    retries: told.retries && retriesOf(told.retries),
    rewrite: plain({ path: rewrite?.path, authority: rewrite?.authority }),
    requestHeaders: changesOf(told.requestHeaders.all),
    responseHeaders: changesOf(told.responseHeaders.all),
    affinity: affinity.length > 0 ? affinity.map((key) => JSON.stringify(key)) : undefined,
    cors:
      cors &&
      `origin ${cors.originAllowed ? '' : 'not '}allowed${cors.preflight ? ', preflight answered by the proxy' : ''}`,
    mirrors: copies || undefined,
  });
}

function endsOf(end) {
  switch (end.kind) {
    case 'delivery': {
      const { workloads, identity, share } = end;
      if (workloads.length === 0) return [[identity, share]];
      return workloads.map((one) => [nameless(`${one.name}:${one.port}`), share * one.share]);
    }
    case 'answer': {
      const status = end.flag === undefined ? `${end.status}` : `${end.status} ${end.flag}`;
      const parts = [status, end.location, end.body].filter((part) => part !== undefined);
      return [[parts.join(' '), end.share]];
    }
    default:
      return [['closed', end.share]];
  }
}

/** An address has no namespace, nor has a name of DNS. */
function nameless(identity) {
  return identity.replace(/(^|,)[^/,]+\/(?=[^,:]+\.[^,:]+:)/g, '$1');
}

function numbersOf(what, aspect) {
  const { maxConnections, maxPendingRequests, maxRequests, maxRetries, consecutive5xx } = what;
  return aspect === 'limits'
    ? plain({ maxConnections, maxPendingRequests, maxRequests, maxRetries })
    : plain({ consecutive5xx });
}

function retriesOf({ attempts, on, codes, perTryTimeout, backoff }) {
  return plain({
    attempts,
    on: on.join(),
    codes: codes.length > 0 ? codes : undefined,
    perTryTimeout,
    backoff,
  });
}

function changesOf(changes) {
  if (!changes) return undefined;
  const { set, add: added, remove } = changes;
  return plain({
    set: Object.keys(set).length > 0 ? set : undefined,
    add: Object.keys(added).length > 0 ? added : undefined,
    remove: remove.length > 0 ? [...remove].sort() : undefined,
  });
}

const ASPECTS = [
  'delay',
  'mirrors',
  'rewrite',
  'requestHeaders',
  'responseHeaders',
  'cors',
  'timeout',
  'retries',
  'affinity',
];
const WITHOUT_RECEIVER = ['delay', 'responseHeaders', 'cors'];

/** In which aspects two effects differ, as far as anybody can notice. */
export function aspectsBetween(one, other) {
  const [first, second] = [one, other].map((effect) => Object.keys(effect.each ?? {}));
  const isDelivered = first.length > 0 && second.length > 0;
  const found = sameEnds(one.ends, other.ends) ? [] : ['ends'];
  for (const aspect of isDelivered ? ASPECTS : WITHOUT_RECEIVER)
    if (text(one[aspect]) !== text(other[aspect])) found.push(aspect);
  for (const aspect of ['balancing', 'limits', 'ejection']) {
    const isOther = (who) => text(one.each[who][aspect]) !== text(other.each[who][aspect]);
    if (first.some((who) => second.includes(who) && isOther(who))) found.push(aspect);
  }
  return found;
}

function sameEnds(one, other) {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (end) => Math.abs((one[end] ?? 0) - (other[end] ?? 0)) < 2e-5,
  );
}

function add(sums, key, share) {
  sums[key] = (sums[key] ?? 0) + share;
}

/** Without what is undefined or empty. */
function plain(record) {
  const kept = Object.entries(record).filter(([, part]) => part !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function text(part) {
  return (
    JSON.stringify(part, (_, value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ) ?? ''
  );
}
