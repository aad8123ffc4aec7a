import type { Outcome, ProxyPath } from '../decision';
import { aboutPlace, type Trace } from '../explain/trace';
import type { TcpHandler } from '../listener/chain';
import { forwarded, emptiness } from './forward';
import { bare, type Result } from './http';
import type { Proxy } from './proxy';

/** What a proxy does with a connection that it does not look into. The draw is for the whole connection. */
export function decideConnection(
  { clusters }: Proxy,
  { targets, place }: TcpHandler,
  path: ProxyPath,
  trace: Trace | undefined,
): Result {
  const total = targets.reduce((sum, { weight }) => sum + weight, 0);
  const outcomes = targets.map(({ cluster: name, weight }): Outcome => {
    const probability = weight / total;
    const cluster = clusters.find(name);
    if (cluster && (cluster.isOriginal || cluster.workloads.length > 0)) {
      return Object.freeze({ ...forwarded(name, cluster), probability });
    }
    const reason =
      name.name === 'BlackHoleCluster'
        ? 'the destination is unknown, and only known ones are allowed'
        : cluster
          ? emptiness(name)
          : clusters.absence(name);
    return Object.freeze({ kind: 'closed', probability, reason });
  });
  for (const outcome of trace ? outcomes : []) {
    const text =
      outcome.kind === 'forwarded'
        ? `the connection goes to ${outcome.cluster}`
        : `the connection is closed: ${(outcome as { reason: string }).reason}`;
    trace!.add('destination', outcome.kind === 'forwarded' ? 'chosen' : 'rejected', text, aboutPlace(place));
  }
  return bare(
    path,
    outcomes.sort((a, b) => b.probability - a.probability),
  );
}

/** Nobody listens, or nobody for this connection. */
export function closed(path: ProxyPath, reason: string, trace: Trace | undefined): Result {
  trace?.add('listener', 'rejected', reason);
  return bare(path, [Object.freeze({ kind: 'closed', probability: 1, reason })]);
}
