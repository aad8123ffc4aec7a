import type { DialectRenderer } from '../dialect';
import { admitExposures, admitTraffic } from './admit';
import { gatewayManifests } from './gateway';
import { serviceRoutes } from './service-routes';
import { settingLosses } from './settings';

/**
 * The Kubernetes Gateway API as Istio reads it: routes that are attached to Services (GAMMA) and to Gateways.
 *
 * @see https://gateway-api.sigs.k8s.io/mesh/
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/
 */
export const gatewayApi: DialectRenderer = {
  admitTraffic,
  admitExposures,
  host(context, { author, host, ports, settings }) {
    return { manifests: serviceRoutes(context, host, ports), losses: settingLosses(author, host, settings) };
  },
  gateway: gatewayManifests,
};
