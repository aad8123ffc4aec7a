import type { HeaderChanges } from '../decision';
import type { Call } from '../call';
import type { Cluster } from '../cluster/clusters';
import type { Trace } from '../explain/trace';
import { normalizePath, splitTarget } from '../route/path';
import type { HttpFacts } from '../security/facts';
import { askReceivers, isQuiet } from './admission';
import type { Result } from './http';
import type { Proxy } from './proxy';

/** Adds what the receivers say of the request, as it arrives there. */
export function withAdmission(proxy: Proxy, call: Call, result: Result, trace: Trace | undefined): Result {
  const payload = result.path.routeConfig === undefined ? 'tcp' : 'http';
  const clusters: Cluster[] = [];
  let isSilent = true;
  for (const outcome of result.outcomes) {
    const cluster = outcome.kind === 'forwarded' ? proxy.clusters.named(outcome.cluster) : undefined;
    if (!cluster || cluster.members.length === 0) continue;
    clusters.push(cluster);
    isSilent &&= isQuiet(proxy.world, cluster, payload);
  }
  if (isSilent) return result;
  const http = payload === 'http' ? httpFacts(proxy, call, result) : undefined;
  const client = { peer: proxy.identity, call, ...(http && { http }) };
  const verdict = askReceivers(proxy.world, clusters, client, trace);
  if (!verdict) return result;
  const { authorization, notModelled } = verdict;
  return { ...result, authorization, ...(notModelled.length > 0 && { notModelled }) };
}

/** What a proxy sees of a request that was not changed yet. */
export function httpFactsOf({ world }: Proxy, call: Call): HttpFacts {
  const [path, query] = splitTarget(call.target);
  return {
    method: call.method,
    path: normalizePath(path, world.settings.pathNormalization) + query,
    authority: call.authority,
    headers: call.headers,
  };
}

function httpFacts(proxy: Proxy, call: Call, { rewrite, requestHeaders }: Result): HttpFacts {
  const sent = httpFactsOf(proxy, call);
  return {
    ...sent,
    path: rewrite?.path ?? sent.path,
    authority: rewrite?.authority ?? sent.authority,
    headers: requestHeaders ? changed(sent.headers, requestHeaders) : sent.headers,
  };
}

function changed(
  headers: ReadonlyMap<string, string>,
  { set, add, remove }: HeaderChanges,
): ReadonlyMap<string, string> {
  const result = new Map(headers);
  for (const name of remove) result.delete(name.toLowerCase());
  for (const [name, text] of Object.entries(set)) result.set(name.toLowerCase(), text);
  for (const [name, text] of Object.entries(add)) {
    const lower = name.toLowerCase();
    const there = result.get(lower);
    result.set(lower, there === undefined ? text : `${there},${text}`);
  }
  return result;
}
