import type { VirtualService } from '../virtual-service/model';

/**
 * The VirtualServices of a gateway (or of `mesh`) that a namespace sees, in the order in which they win: its private
 * ones, those that are exported to it, and those that are for everybody.
 */
export function visibleVirtualServices(
  all: readonly VirtualService[],
  namespace: string,
  gateway: string,
): readonly VirtualService[] {
  const own: VirtualService[] = [];
  const exported: VirtualService[] = [];
  const everybodys: VirtualService[] = [];
  for (const one of all) {
    if (!one.gateways.includes(gateway)) continue;
    if (one.exportTo.has('*')) everybodys.push(one);
    else if (one.exportTo.has('~') || !one.exportTo.has(namespace)) continue;
    else (one.namespace === namespace ? own : exported).push(one);
  }
  return [
    ...consumerFirst(own, namespace),
    ...consumerFirst(exported, namespace),
    ...consumerFirst(everybodys, namespace),
  ];
}

/** Routes of the Gateway API in the caller's own namespace go before everything else. */
function consumerFirst(list: readonly VirtualService[], namespace: string): readonly VirtualService[] {
  const isConsumer = (one: VirtualService): boolean =>
    one.semantics === 'gateway-api' && one.namespace === namespace;
  if (!list.some(isConsumer)) return list;
  return [...list.filter(isConsumer), ...list.filter((one) => !isConsumer(one))];
}
