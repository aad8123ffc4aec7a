import type { HttpRouteSpecParentRefs } from '../../../imports/gateway.networking.k8s.io';
import type { Outcome } from '../../model/outcome';
import type { Entry } from '../../model/table';
import type { Manifest } from '../manifest';
import type { RenderContext } from '../names';
import { weightedBackends } from './backends';

/** A route for connections that are not HTTP: they are not told apart, so there is one rule. */
export function connectionRoute(
  context: RenderContext,
  kind: 'TCPRoute' | 'TLSRoute',
  name: string,
  namespace: string,
  parentRefs: HttpRouteSpecParentRefs[],
  hostnames: readonly string[],
  entries: readonly Entry<Outcome>[],
): Manifest {
  const { action } = entries.at(-1)!.outcome;
  const backendRefs = action.kind === 'forward' ? weightedBackends(context, namespace, action.shares) : [];
  return {
    kind: `gateway.networking.k8s.io/${kind}`,
    name,
    namespace,
    spec: { parentRefs, ...(kind === 'TLSRoute' && { hostnames: [...hostnames] }), rules: [{ backendRefs }] },
  };
}
