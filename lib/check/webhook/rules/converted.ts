import type { Place } from '../rule';

// Objects that istiod itself has made of the Gateway API's: their names are not those of objects.

export function isConvertedRoute({ root }: Place): boolean {
  return root.annotations.get('internal.istio.io/route-semantics') === 'gateway';
}

export function isConvertedGateway({ root }: Place): boolean {
  return root.annotations.get('internal.istio.io/gateway-semantics') === 'gateway';
}
