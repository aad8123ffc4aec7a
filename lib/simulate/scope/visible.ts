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
  const { everybodys, special, consumers } = audienceOf(all, gateway);
  const seen = special.filter(({ exportTo }) => exportTo.has(namespace));
  // Most see what everybody sees.
  if (seen.length === 0 && !consumers.has(namespace)) return everybodys;
  return [
    ...consumerFirst(
      seen.filter((one) => one.namespace === namespace),
      namespace,
    ),
    ...consumerFirst(
      seen.filter((one) => one.namespace !== namespace),
      namespace,
    ),
    ...consumerFirst(everybodys, namespace),
  ];
}

/** The VirtualServices of a gateway by who sees them. */
interface Audience {
  readonly everybodys: readonly VirtualService[];
  readonly special: readonly VirtualService[];
  /** Namespaces with public routes of the Gateway API. */
  readonly consumers: ReadonlySet<string>;
}

const audiences = new WeakMap<readonly VirtualService[], Map<string, Audience>>();

function audienceOf(all: readonly VirtualService[], gateway: string): Audience {
  let known = audiences.get(all);
  if (!known) audiences.set(all, (known = new Map<string, Audience>()));
  let audience = known.get(gateway);
  if (!audience) {
    const own = all.filter(({ gateways }) => gateways.includes(gateway));
    const everybodys = own.filter(({ exportTo }) => exportTo.has('*'));
    audience = {
      everybodys,
      special: own.filter(({ exportTo }) => !exportTo.has('*') && !exportTo.has('~')),
      consumers: new Set(
        everybodys.flatMap(({ semantics, namespace }) => (semantics === 'gateway-api' ? [namespace] : [])),
      ),
    };
    known.set(gateway, audience);
  }
  return audience;
}

/** Routes of the Gateway API in the caller's own namespace go before everything else. */
function consumerFirst(list: readonly VirtualService[], namespace: string): readonly VirtualService[] {
  const isConsumer = (one: VirtualService): boolean =>
    one.semantics === 'gateway-api' && one.namespace === namespace;
  if (!list.some(isConsumer)) return list;
  return [...list.filter(isConsumer), ...list.filter((one) => !isConsumer(one))];
}
