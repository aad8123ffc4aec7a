import type { GroupKind } from '../../manifest/catalog';
import { fieldsList, numberOf, textOf, type Fields } from '../../manifest/fields';
import { KINDS, type Config } from '../mesh/config';
import type { Destination } from '../virtual-service/model';
import { isGranted, type RouteContext } from './context';
import { isKind, referredKind } from './kinds';

/** The whole route is not programmed, whatever else it says. */
export class RouteError extends Error {}

const HOSTNAME: GroupKind = { group: 'networking.istio.io', kind: 'Hostname' };
const SERVICE_IMPORT: GroupKind = { group: 'multicluster.x-k8s.io', kind: 'ServiceImport' };

/** A backend that is used, with its weight. */
export interface Backend {
  readonly reference: Fields;
  readonly destination: Destination;
  readonly weight: number;
  /** It is not there, or nobody allows it: requests to it fail. */
  readonly isInvalid: boolean;
}

/** The backends of a rule that have any weight. */
export function backendsOf(
  list: unknown,
  route: Config,
  isMesh: boolean,
  context: RouteContext,
): readonly Backend[] {
  return fieldsList(list)
    .map((reference) => ({ reference, weight: numberOf(reference.weight) ?? 1 }))
    .filter(({ weight }) => weight !== 0)
    .map(({ reference, weight }) => ({
      reference,
      weight,
      ...backendOf(reference, route, isMesh, context),
    }));
}

/**
 * Where a reference leads. Outside of the mesh another namespace has to grant it.
 * @throws RouteError if it cannot be meant
 */
export function backendOf(
  reference: Fields,
  route: Config,
  isMesh: boolean,
  context: RouteContext,
): { destination: Destination; isInvalid: boolean } {
  const kind = referredKind(reference, KINDS.service);
  const name = textOf(reference.name) ?? '';
  const given = textOf(reference.namespace);
  const namespace = given ?? route.namespace;
  if (
    !isMesh &&
    given !== undefined &&
    given !== route.namespace &&
    !isGranted(context.catalog, route, kind, given, name)
  ) {
    return { destination: { host: '' }, isInvalid: true };
  }
  const port = numberOf(reference.port);
  const to = (host: string, isKnown: boolean): { destination: Destination; isInvalid: boolean } => {
    if (port === undefined) throw new RouteError('a backendRef must have a port');
    return { destination: { host, port }, isInvalid: !isKnown };
  };
  if (isKind(kind, KINDS.service) || isKind(kind, SERVICE_IMPORT)) {
    if (name.includes('.')) throw new RouteError('a backendRef must name a Service, not its host');
    const isKnown = context.catalog.find(KINDS.service, namespace, name) !== undefined;
    return to(`${name}.${namespace}.svc.${context.domain}`, isKnown);
  }
  if (isKind(kind, HOSTNAME)) {
    if (given !== undefined) throw new RouteError('a backendRef to a Hostname must not have a namespace');
    return to(name, context.hosts.has(`${route.namespace}/${name}`));
  }
  return { destination: { host: '' }, isInvalid: true };
}
