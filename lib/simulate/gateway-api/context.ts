import type { Catalog, GroupKind } from '../../manifest/catalog';
import { fieldsList, textOf } from '../../manifest/fields';
import type { Config } from '../mesh/config';
import type { Listener } from './gateways';
import { GATEWAY_KINDS } from './kinds';

/** What routes are looked at with. */
export interface RouteContext {
  readonly catalog: Catalog;
  readonly domain: string;
  readonly listeners: readonly Listener[];
  /** All services, as `namespace/host`: a Hostname is looked for in the route's own namespace only. */
  readonly hosts: ReadonlySet<string>;
}

/** Whether an object may refer to one in another namespace: somebody there has to grant it. */
export function isGranted(
  catalog: Catalog,
  from: Config,
  to: GroupKind,
  namespace: string,
  name: string,
): boolean {
  return catalog
    .list(GATEWAY_KINDS.referenceGrant)
    .filter(({ object: { metadata } }) => (metadata.namespace ?? 'default') === namespace)
    .map(({ object }) => object.spec as { from?: unknown; to?: unknown } | undefined)
    .some(
      (spec) =>
        fieldsList(spec?.from).some(
          (one) =>
            one.group === GATEWAY_KINDS.httpRoute.group &&
            one.kind === from.kind &&
            one.namespace === from.namespace,
        ) &&
        fieldsList(spec?.to).some(
          (one) =>
            (textOf(one.group) ?? '') === to.group &&
            one.kind === to.kind &&
            (one.name === undefined || one.name === name),
        ),
    );
}
