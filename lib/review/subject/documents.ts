import type { Catalog, GroupKind } from '../../manifest/catalog';
import { groupOf, namespaceOf } from '../../manifest/catalog';
import type { Document } from '../../manifest/document';
import { fieldsOf, listOf, type Fields } from '../../manifest/fields';
import type { ObjectRef } from '../../simulate/decision';
import { GATEWAY_KINDS } from '../../simulate/gateway-api/kinds';
import { KINDS } from '../../simulate/mesh/config';
import type { RouteRow } from '../../simulate/table/routes';
import type { Subject } from './subject';

const ROUTE_KINDS: readonly GroupKind[] = [
  KINDS.virtualService,
  GATEWAY_KINDS.httpRoute,
  GATEWAY_KINDS.grpcRoute,
  GATEWAY_KINDS.tlsRoute,
];

/** Whether an object says where requests go; all others say what there is, and how it is dealt with. */
export function isRoute({ object }: Document): boolean {
  const group = groupOf(object.apiVersion);
  return ROUTE_KINDS.some((kind) => kind.kind === object.kind && kind.group === group);
}

/** The rule behind a row, as it was written. */
export function ruleOf(catalog: Catalog, { object, at }: RouteRow): Fields {
  const document = object && findRoute(catalog, object);
  const [, list, index] = /^spec\.(\w+)\[(\d+)\]/.exec(at ?? '') ?? [];
  if (!document || list === undefined) return {};
  return fieldsOf(listOf(fieldsOf(document.object.spec)[list])[Number(index)]);
}

function findRoute(catalog: Catalog, { kind, namespace = 'default', name }: ObjectRef): Document | undefined {
  const group = ROUTE_KINDS.find((one) => one.kind === kind);
  return group && catalog.find(group, namespace, name);
}

/** The objects of some kinds that are not the same in both, as they are in one of them. */
export function changed(
  before: Subject,
  after: Subject,
  isMeant: (document: Document) => boolean,
): readonly Document[] {
  const [first, second] = [before, after].map(
    ({ manifests }) => new Map(manifests.documents.filter(isMeant).map((one) => [keyOf(one), one] as const)),
  ) as [Map<string, Document>, Map<string, Document>];
  const all = new Map([...first, ...second]);
  return [...all].flatMap(([key, document]) =>
    contentOf(first.get(key)) === contentOf(second.get(key)) ? [] : [document],
  );
}

function keyOf(document: Document): string {
  const { apiVersion, kind, metadata } = document.object;
  return [groupOf(apiVersion), kind, namespaceOf(document), metadata.name].join(' ');
}

function contentOf(document: Document | undefined): string {
  return JSON.stringify(document?.object ?? null);
}
