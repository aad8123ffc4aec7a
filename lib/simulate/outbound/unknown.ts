import { fieldsOf, numberOf, textOf } from '../../manifest/fields';
import { BLACK_HOLE, PASSTHROUGH, clusterName } from '../route/cluster-name';
import type { ClusterName } from '../route/model';
import type { Scope } from '../scope/scope';

/** Where a sidecar sends what it does not know: straight out, to a proxy for this purpose, or nowhere. */
export function unknownTarget({ allowAny, egressProxy }: Scope): ClusterName {
  if (!allowAny) return BLACK_HOLE;
  if (!egressProxy) return PASSTHROUGH;
  const port = numberOf(fieldsOf(egressProxy.port).number) ?? 0;
  return clusterName(textOf(egressProxy.host) ?? '', port, textOf(egressProxy.subset) ?? '');
}
