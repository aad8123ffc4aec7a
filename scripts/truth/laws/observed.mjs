// A decision of the oracle in the words of meaning/.

export function observed(decision, request) {
  const names = decision.route?.split('.');
  return { ...answerOf(decision, request), ...(names && { names }) };
}

function answerOf(decision, request) {
  const { error, noRoute, redirect, directResponse, clusters, cors = '', outcomes = {}, fault } = decision;
  if (error) return { kind: 'error', error };
  if (noRoute) return { kind: 'none' };
  const responseHeaders = headerChanges(decision.responseHeaders);
  const faults = { delay: delayOf(fault?.delay), abort: abortOf(fault?.abort) };
  if (redirect) return { kind: 'redirect', ...redirect, responseHeaders, ...unexpected(faults) };
  if (directResponse) {
    const { status, body = '' } = directResponse;
    return { kind: 'respond', status, body, responseHeaders, ...unexpected(faults) };
  }
  if (cors.includes('preflight')) return { kind: 'preflight', fault: faults };
  if (!clusters) return { kind: Object.keys(outcomes)[0] ?? 'nothing' };
  if (!decision.routeConfig) {
    return {
      kind: 'connection',
      clusters: Object.fromEntries(clusters.map(({ cluster, weight }) => [cluster, weight])),
    };
  }
  const [path, search] = (
    decision.rewrite?.path ??
    decision.normalizedPath ??
    request.path + request.search
  ).split(/(?=\?)/);
  return {
    kind: 'forward',
    clusters: Object.fromEntries(clusters.map((one) => [one.cluster, clusterOf(one, responseHeaders)])),
    path,
    search: search ?? '',
    authority: decision.rewrite?.authority ?? request.authority,
    fault: faults,
    mirrors: Object.fromEntries(
      (decision.mirrors ?? [])
        .filter(({ percentage }) => percentage > 0)
        .map(({ cluster, percentage }) => [cluster, percentage]),
    ),
    timeout: milliseconds(decision.timeout),
    retries: retriesOf(decision.retries),
    requestHeaders: headerChanges(decision.requestHeaders),
    responseHeaders: Object.fromEntries(
      Object.entries(responseHeaders).filter(([name]) => name !== 'set-cookie'),
    ),
    cors: cors || undefined,
  };
}

/** Istio writes the headers of a single target into the route. */
function clusterOf({ weight, missing, endpoints = [], policy = {}, responseHeaders }, ofRoute) {
  const { maxConnections, maxPendingRequests, maxRequests, maxRetries, outlierDetection } = policy;
  const cookie = headerChanges(responseHeaders)['set-cookie'] ?? ofRoute['set-cookie'];
  return {
    share: weight,
    ...(missing && { missing }),
    setCookie: cookie?.[1],
    workloads: [...new Set(endpoints.map((endpoint) => endpoint.replace(/-\d+:\d+$/, '')))].sort(),
    settings: {
      balancer: policy.lb,
      maxConnections,
      maxPendingRequests,
      maxRequests,
      maxRetries,
      outliers: outlierDetection && {
        consecutive5xx: outlierDetection.consecutive5xx,
        maxEjectionPercent: outlierDetection.maxEjectionPercent,
      },
    },
  };
}

function unexpected({ delay, abort }) {
  return delay || abort ? { fault: { delay, abort } } : {};
}

function delayOf(delay) {
  return delay && delay.percentage > 0
    ? { milliseconds: milliseconds(delay.duration), share: delay.percentage }
    : undefined;
}

function abortOf(abort) {
  if (!abort || abort.percentage === 0) return undefined;
  const { status, grpcStatus, percentage } = abort;
  return {
    ...(grpcStatus === undefined ? { httpStatus: status } : { grpcStatus: GRPC[grpcStatus] }),
    share: percentage,
  };
}

const GRPC = { 13: 'INTERNAL', 14: 'UNAVAILABLE' };

/** Istio asks for retries on certain statuses even where it lists none. */
function retriesOf(retries) {
  if (!retries) return { attempts: 0 };
  const { on, attempts, perTryTimeout, backoff, codes } = retries;
  return {
    attempts,
    on: on
      .split(',')
      .filter((cause) => codes || cause !== 'retriable-status-codes')
      .sort()
      .join(','),
    ...(codes && { statusCodes: [...codes].sort() }),
    ...(perTryTimeout && { perTryTimeout: milliseconds(perTryTimeout) }),
    ...(backoff && { backoff: milliseconds(backoff) }),
  };
}

function headerChanges({ set = {}, add = {}, remove = [] } = {}) {
  const change =
    (how) =>
    ([name, text]) => [name.toLowerCase(), [how, text]];
  return Object.fromEntries([
    ...Object.entries(set).map(change('set')),
    ...Object.entries(add).map(change('add')),
    ...(remove ?? []).map((name) => [name.toLowerCase(), ['remove']]),
  ]);
}

/** `1.5s`, `100ms`, `1m0s` */
function milliseconds(text) {
  const units = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, µs: 0.001 };
  return [...text.matchAll(/([\d.]+)(h|ms|m|s|µs)/g)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * units[unit],
    0,
  );
}
