import type { ClusterPolicy, Decision, HeaderChanges, Outcome, Request } from '../../../lib/simulate';

// Decisions of the simulator and answers of the oracle in the same words, so that they can be compared.

type Json = Record<string, unknown>;

export interface Facts {
  readonly outcomes: Readonly<Record<string, number>>;
  readonly [fact: string]: unknown;
}

/** A request of the oracle as one of ours. */
export function requestOf(asked: Json, from: Json): Request {
  const { authority, method, path, headers, scheme, port, address, protocol, sni, source } = asked;
  const isTls = scheme === 'https' || protocol === 'https' || protocol === 'tls';
  const isConnection = protocol === 'tcp' || protocol === 'tls';
  const kind = isConnection ? (isTls ? 'tls' : 'tcp') : isTls ? 'https' : 'http';
  return defined({
    url: `${kind}://${String(authority)}${typeof path === 'string' ? path : ''}`,
    method,
    headers,
    port,
    address,
    sni,
    sourceIp: source,
    from,
  }) as unknown as Request;
}

export function factsOfDecision(decision: Decision): Facts {
  const { outcomes, path, fault, timeout, retries, rewrite, cors } = decision;
  const forwarded = outcomes.filter((one) => one.kind === 'forwarded');
  const answered = outcomes.filter((one) => one.kind === 'answered');
  const redirect = answered.find(({ location }) => location !== undefined);
  const passed = path.virtualHost !== undefined;
  return defined({
    outcomes: sums(outcomes.map((one) => [endOf(one), one.probability])),
    ...path,
    route: routeOf(path.route, outcomes.map(endOf)),
    listener: path.listener && withoutIp(path.listener),
    clusters: nonEmpty(
      byCluster(
        forwarded.map((one) => [
          one.cluster,
          defined({
            endpoints:
              one.policy?.loadBalancer === 'CLUSTER_PROVIDED' || one.host === undefined
                ? ['original destination']
                : unique(one.workloads.map(({ name, port }) => endpoint(`${name}:${port}`))),
            policy: one.policy && policyOf(one.policy),
            ...headerFacts(one.requestHeaders, one.responseHeaders),
          }),
        ]),
      ),
    ),
    location: redirect?.location,
    body: answered.find(({ body }) => body)?.body,
    ...(passed && {
      timeout,
      retries:
        retries &&
        defined({
          attempts: retries.attempts,
          on: [...retries.on].join(),
          codes: retries.codes.length > 0 ? retries.codes : undefined,
          perTryTimeout: retries.perTryTimeout,
          backoff: retries.backoff,
        }),
      delay: positive(fault?.delay && { ...fault.delay }),
      abort: positive(fault?.abort && { ...fault.abort }),
      mirrors: nonEmpty(sums(decision.mirrors.map((one) => [one.cluster, one.probability]))),
      path: rewrite?.path,
      authority: rewrite?.authority,
      ...headerFacts(decision.requestHeaders, decision.responseHeaders),
      affinity:
        decision.affinity.length > 0 ? decision.affinity.map((key) => JSON.stringify(key)) : undefined,
      cors: cors && corsText(cors.originAllowed, cors.preflight),
    }),
  }) as Facts;
}

function endOf(outcome: Outcome): string {
  if (outcome.kind === 'forwarded') return outcome.cluster;
  if (outcome.kind === 'closed') return 'closed';
  return outcome.flag ? `${outcome.status} ${outcome.flag}` : String(outcome.status);
}

function policyOf({ loadBalancer, circuitBreaker = {}, outlierDetection }: ClusterPolicy): Json {
  const { maxConnections, maxPendingRequests, maxRequests, maxRetries } = circuitBreaker;
  return defined({
    lb: loadBalancer,
    maxConnections,
    maxPendingRequests,
    maxRequests,
    maxRetries,
    consecutive5xx: outlierDetection?.consecutive5xx,
    hasOutliers: outlierDetection ? true : undefined,
  });
}

export function factsOfAnswer(answer: Json): Facts {
  const { outcomes, listener, routeConfig, virtualHost, route, redirect, directResponse } = answer;
  const { clusters, fault, mirrors, rewrite, cors } = answer as Record<string, Json | undefined>;
  const list = ((clusters as unknown as Json[] | undefined) ?? []).filter(
    ({ cluster }) => (cluster as string) in ((outcomes as Json | undefined) ?? {}),
  );
  const isForwarded = Object.keys((outcomes as Json | undefined) ?? {}).some((end) =>
    list.some(({ cluster }) => cluster === end),
  );
  const retries = answer.retries as Json | undefined;
  const hashes = (answer.hashPolicy as Json[] | undefined) ?? [];
  return defined({
    outcomes,
    listener: listener && withoutIp(listener as string),
    routeConfig,
    virtualHost,
    route:
      virtualHost === undefined || answer.noRoute || redirectsToTls(answer)
        ? undefined
        : routeOf((route as string | undefined) ?? '', Object.keys((outcomes as Json | undefined) ?? {})),
    clusters: nonEmpty(
      byCluster(
        list.map((one) => [
          one.cluster as string,
          defined({
            endpoints: unique((one.endpoints as string[]).map(endpoint)),
            policy: policyFacts(one),
            ...headerFacts(opsOf(one.requestHeaders), opsOf(one.responseHeaders)),
          }),
        ]),
      ),
    ),
    location: (redirect as Json | undefined)?.location,
    body: (directResponse as Json | undefined)?.body,
    ...(virtualHost !== undefined && {
      timeout: milliseconds(answer.timeout) || undefined,
      retries:
        retries &&
        defined({
          attempts: retries.attempts,
          on: retries.on,
          codes: retries.codes,
          perTryTimeout: milliseconds(retries.perTryTimeout),
          backoff: milliseconds(retries.backoff),
        }),
      delay: positive(shareOf(fault?.delay as Json | undefined)),
      abort: positive(shareOf(fault?.abort as Json | undefined)),
      mirrors: isForwarded
        ? nonEmpty(
            sums(
              ((mirrors as unknown as Json[] | undefined) ?? []).map((one) => [
                one.cluster as string,
                (one.percentage as number) / 100,
              ]),
            ),
          )
        : undefined,
      path: rewrite?.path,
      authority: rewrite?.authority,
      ...headerFacts(opsOf(answer.requestHeaders), opsOf(answer.responseHeaders)),
      affinity: hashes.length > 0 ? hashes.map((one) => JSON.stringify(hashOf(one))) : undefined,
      cors,
    }),
    error: answer.error,
  }) as Facts;
}

function redirectsToTls({ redirect, route, match }: Json): boolean {
  return redirect !== undefined && route === undefined && match === undefined;
}

function policyFacts({ cluster, policy }: Json): Json | undefined {
  if (cluster === 'PassthroughCluster') return undefined;
  const { lb, maxConnections, maxPendingRequests, maxRequests, maxRetries, outlierDetection } =
    policy as Json;
  return defined({
    lb,
    maxConnections,
    maxPendingRequests,
    maxRequests,
    maxRetries,
    consecutive5xx: (outlierDetection as Json | undefined)?.consecutive5xx,
    hasOutliers: outlierDetection ? true : undefined,
  });
}

function opsOf(ops: unknown): HeaderChanges | undefined {
  if (!ops) return undefined;
  const { set, add, remove } = ops as Partial<HeaderChanges>;
  return { set: set ?? {}, add: add ?? {}, remove: remove ?? [] };
}

function headerFacts(request: HeaderChanges | undefined, response: HeaderChanges | undefined): Json {
  const of = (ops: HeaderChanges | undefined): Json | undefined =>
    ops &&
    nonEmpty(
      defined({
        set: nonEmpty(sorted(ops.set)),
        add: nonEmpty(sorted(ops.add)),
        remove: ops.remove.length > 0 ? [...ops.remove].sort() : undefined,
      }),
    );
  return { requestHeaders: of(request), responseHeaders: of(response) };
}

function hashOf({ header, cookie, connectionProperties, queryParameter }: Json): Json {
  if (header) return { kind: 'header', name: (header as Json).headerName };
  if (queryParameter) return { kind: 'query', name: (queryParameter as Json).name };
  if (connectionProperties) return { kind: 'source-ip' };
  const { name, path, ttl } = cookie as Json;
  return defined({ kind: 'cookie', name, path, ttl: milliseconds(ttl) });
}

function shareOf(fault: Json | undefined): Json | undefined {
  if (!fault) return undefined;
  const { duration, percentage, status, grpcStatus } = fault;
  const probability = Math.round((percentage as number) * 1e4) / 1e6;
  return duration === undefined
    ? defined({ status: status ?? 200, grpcStatus, probability })
    : { duration: milliseconds(duration), probability };
}

/** What never happens is as good as not there. */
function positive(share: object | undefined): Json | undefined {
  return share && (share as { probability: number }).probability > 0 ? (share as Json) : undefined;
}

function corsText(isAllowed: boolean, isPreflight: boolean): string {
  return `origin ${isAllowed ? '' : 'not '}allowed${isPreflight ? ', preflight answered by the proxy' : ''}`;
}

/** The oracle takes the name from rules of an HTTPRoute that have no backends. */
function routeOf(route: string | undefined, ends: readonly string[]): string | undefined {
  return ends.includes('404') ? undefined : route;
}

/** A cluster may be listed more than once, in any order. */
function byCluster(pairs: readonly (readonly [string, Json])[]): Json {
  const all: Record<string, Json[]> = {};
  for (const [name, facts] of pairs) (all[name] ??= []).push(facts);
  return Object.fromEntries(
    Object.entries(all).map(([name, list]) => [
      name,
      list.length === 1 ? list[0] : [...new Set(list.map(canonical))].sort(),
    ]),
  );
}

/** Pods of a Deployment are numbered. */
function endpoint(text: string): string {
  return text.replace(/-\d+(?=:)/, '');
}

/** The addresses of services and pods are made up. */
function withoutIp(listener: string): string {
  return listener.replace(/^10\.\d+\.\d+\.\d+_/, 'own_');
}

function milliseconds(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  const units: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1, µs: 0.001 };
  const parts = [...text.matchAll(/([\d.]+)(h|ms|m|s|µs)/g)];
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * units[unit!]!, 0);
}

function sums(pairs: readonly (readonly [string, number])[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const [key, share] of pairs) sum[key] = (sum[key] ?? 0) + share;
  for (const key of Object.keys(sum)) sum[key] = Math.round(sum[key]! * 1e5) / 1e5;
  return sum;
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)].sort();
}

function sorted(record: Readonly<Record<string, unknown>>): Json {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function nonEmpty<T extends object>(record: T): T | undefined {
  return Object.keys(record).length > 0 ? record : undefined;
}

function defined(record: Json): Json {
  return Object.fromEntries(Object.entries(record).filter(([, part]) => part !== undefined));
}

/** The facts that are not equal: what the oracle says, and what we say. */
export function differences(oracle: Facts, own: Facts): Record<string, [unknown, unknown]> {
  const found: Record<string, [unknown, unknown]> = {};
  for (const key of new Set([...Object.keys(oracle), ...Object.keys(own)])) {
    const [wanted, got] = [oracle[key], own[key]];
    if (key === 'outcomes') {
      const ends = new Set([...Object.keys(oracle.outcomes ?? {}), ...Object.keys(own.outcomes)]);
      for (const end of ends) {
        const [a, b] = [oracle.outcomes?.[end] ?? 0, own.outcomes[end] ?? 0];
        if (Math.abs(a - b) > 2e-5) found[`outcomes ${end}`] = [a, b];
      }
    } else if (canonical(wanted) !== canonical(got)) found[key] = [wanted, got];
  }
  return found;
}

function canonical(part: unknown): string {
  return (
    JSON.stringify(part, (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? sorted(value as Json) : value,
    ) ?? ''
  );
}
