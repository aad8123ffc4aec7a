import type { DialectRenderer } from '../dialect';
import { destinationRuleOf, versionRules } from './destination-rule';
import { gatewayManifests } from './gateway';
import { virtualServiceOf } from './virtual-service';

/** Istio's own API, which can say everything: one DestinationRule and one VirtualService a host. */
export const istio: DialectRenderer = {
  admitTraffic: (_, traffic) => ({ traffic, losses: [] }),
  admitExposures: (exposures) => ({ exposures, losses: [] }),
  host(context, { host, ports, settings, subsets, versionServices }) {
    const objects = [
      destinationRuleOf(context, host, settings, subsets),
      ...(versionServices ? versionRules(context, host, settings) : []),
      virtualServiceOf(context, host, ports),
    ];
    return { manifests: objects.filter((manifest) => manifest !== undefined), losses: [] };
  },
  gateway(context, gateway) {
    return { manifests: gatewayManifests(context, gateway), losses: [] };
  },
};
