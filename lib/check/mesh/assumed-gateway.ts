import type { Labels } from '../../simulate/mesh/labels';

/** Istio's own ingress gateway, which a cluster is taken to have, as istioctl does. */
export function isAssumedGateway(selector: Labels): boolean {
  return selector.size === 1 && selector.get('istio') === 'ingressgateway';
}

/** Whether its Service has the pod. */
export function isAssumedPod(
  { namespace, labels }: { readonly namespace: string; readonly labels: Labels },
  rootNamespace: string,
): boolean {
  return namespace === rootNamespace && labels.get('istio') === 'ingressgateway';
}

/** The ports of its Service. */
export const ASSUMED_PORTS: readonly number[] = [80, 443, 31400, 15443];
