import type {
  VirtualServiceSpecHttp,
  VirtualServiceSpecTcp,
  VirtualServiceSpecTls,
} from '../../../imports/networking.istio.io';
import type { Condition } from '../../model/condition';
import { isHttp, isTls, type Host } from '../../model/host';
import { sameOutcome, type Outcome } from '../../model/outcome';
import type { Entry } from '../../model/table';
import type { PortTraffic } from '../../model/traffic';
import type { Manifest } from '../manifest';
import { hostName, routeName, type RenderContext } from '../names';
import { matchBlock, uriBlocks, type UriBlock } from './match';
import { rewriteOf, ruleOf, weightedRoutes } from './route';

/** The VirtualService of a host; `undefined` if nothing is said that needs one. */
export function virtualServiceOf(
  context: RenderContext,
  host: Host,
  ports: readonly PortTraffic[],
): Manifest | undefined {
  if (ports.every(isPlain)) return undefined;
  const { namespace, name } = host;
  const httpPorts = ports.filter(({ port }) => isHttp(port.protocol));
  const saysHttp = httpPorts.some((port) => !isPlain(port));
  const connections = ports.filter((traffic) => !isHttp(traffic.port.protocol) && !isPlain(traffic));
  const http = saysHttp
    ? httpPorts.flatMap(({ port, entries }) =>
        httpRules(context, namespace, entries, httpPorts.length > 1 ? port.number : undefined),
      )
    : [];
  const tls = connections
    .filter(({ port }) => isTls(port.protocol))
    .map(({ port, entries }) => tlsRule(context, namespace, [host.fqdn], port.number, entries));
  const tcp = connections
    .filter(({ port }) => !isTls(port.protocol))
    .map(({ port, entries }) => tcpRule(context, namespace, port.number, entries));
  return {
    kind: 'networking.istio.io/VirtualService',
    name,
    namespace,
    spec: {
      // Server names must be among the hosts as they are written.
      hosts: [tls.length > 0 ? host.fqdn : hostName(context, host, namespace)],
      ...(http.length > 0 && { http }),
      ...(tls.length > 0 && { tls }),
      ...(tcp.length > 0 && { tcp }),
    },
  };
}

/** Whether requests to the port just go to its host. */
function isPlain({ entries }: PortTraffic): boolean {
  return (
    entries.length === 1 &&
    entries[0]!.outcome.author === undefined &&
    entries[0]!.outcome.effects.length === 0
  );
}

/** Rules in the order of the table. Neighbours with one outcome share a rule. */
export function httpRules(
  context: RenderContext,
  namespace: string,
  entries: readonly Entry<Outcome>[],
  port?: number,
): VirtualServiceSpecHttp[] {
  return runs(entries).flatMap(({ outcome, conditions }) => {
    const rule = ruleOf(context, namespace, outcome);
    const rewrite = outcome.action.kind === 'forward' ? outcome.action.rewrite : undefined;
    const name = routeName(outcome);
    const rules = new Map<string, { rewritten: VirtualServiceSpecHttp; blocks: Block[] }>();
    for (const condition of conditions) {
      for (const uri of uriBlocks(condition.path)) {
        // What a path becomes depends on what was matched of it, so that blocks may need rules of their own.
        const rewritten = rewriteOf(rewrite, uri);
        const key = JSON.stringify(rewritten);
        const same = rules.get(key) ?? { rewritten, blocks: [] };
        same.blocks.push({ condition, uri });
        rules.set(key, same);
      }
    }
    return [...rules.values()].map(({ rewritten, blocks }) => ({
      name,
      ...matchesOf(blocks, port),
      ...rewritten,
      ...rule,
    }));
  });
}

interface Block {
  readonly condition: Condition;
  readonly uri: UriBlock;
}

function matchesOf(
  blocks: readonly { condition: Condition; uri: UriBlock }[],
  port?: number,
): VirtualServiceSpecHttp {
  const match = blocks.map(({ condition, uri }) => matchBlock(condition, uri, port));
  return match.includes(undefined) ? {} : { match: match as VirtualServiceSpecHttp['match'] };
}

export function tcpRule(
  context: RenderContext,
  namespace: string,
  port: number,
  entries: readonly Entry<Outcome>[],
): VirtualServiceSpecTcp {
  return { match: [{ port }], route: connectionRoutes(context, namespace, entries) };
}

export function tlsRule(
  context: RenderContext,
  namespace: string,
  sniHosts: string[],
  port: number,
  entries: readonly Entry<Outcome>[],
): VirtualServiceSpecTls {
  return { match: [{ port, sniHosts }], route: connectionRoutes(context, namespace, entries)! };
}

/** Connections are not told apart, so there is one entry, and it forwards. */
function connectionRoutes(
  context: RenderContext,
  namespace: string,
  entries: readonly Entry<Outcome>[],
): VirtualServiceSpecTls['route'] {
  const action = entries.at(-1)!.outcome.action;
  return action.kind === 'forward' ? weightedRoutes(context, namespace, action.shares) : [];
}

/** Neighbours with the same outcome. */
function runs(entries: readonly Entry<Outcome>[]): { outcome: Outcome; conditions: Condition[] }[] {
  const all: { outcome: Outcome; conditions: Condition[] }[] = [];
  for (const { condition, outcome } of entries) {
    const last = all.at(-1);
    if (last && sameOutcome(last.outcome, outcome)) last.conditions.push(condition);
    else all.push({ outcome, conditions: [condition] });
  }
  return all;
}
