import { groupOf, namespaceOf } from '../../manifest/catalog';
import type { Document } from '../../manifest/document';
import { changed, isRoute } from '../subject/documents';
import { Subject } from '../subject/subject';
import { lostShare } from '../treatment/same';
import { treatmentOf } from '../treatment/treatment';
import type { Asked } from './compare';
import type { Order } from './model';

/**
 * Whether objects have to be applied in an order. While a change is applied, requests meet some objects as they were and
 * others as they will be: both halves are asked what the two configurations were asked.
 */
export function orderOf(
  before: Subject,
  after: Subject,
  asked: ReadonlyMap<string, readonly Asked[]>,
  mesh: object | undefined,
): readonly Order[] {
  const isOfBoth = [isRoute, (one: Document) => !isRoute(one)].every(
    (isMeant) => changed(before, after, isMeant).length > 0,
  );
  if (!isOfBoth) return [];
  const definitionsFirst = mixed(after, before, mesh);
  const routesFirst = mixed(before, after, mesh);
  const found = new Map<Order['kind'], string[]>();
  for (const [host, requests] of asked) {
    const breaks = (half: Subject): boolean =>
      requests.some(
        ({ example, lost }) => lostShare(treatmentOf(half.simulator.decide(example))) > lost + 1e-9,
      );
    const [first, second] = [breaks(definitionsFirst), breaks(routesFirst)];
    if (!first && !second) continue;
    const kind = first && second ? 'two-phase' : first ? 'routes-first' : 'definitions-first';
    found.set(kind, [...(found.get(kind) ?? []), host]);
  }
  return [...found].map(([kind, names]) => ({ kind, hosts: [...new Set(names)].sort() }));
}

/** Everything but routes of one configuration, and the routes of another. */
function mixed(definitions: Subject, routes: Subject, mesh: object | undefined): Subject {
  const documents = [
    ...definitions.manifests.documents.filter((one) => !isRoute(one)),
    ...routes.manifests.documents.filter(isRoute),
  ];
  return new Subject({ documents: inOrder(documents), unreadable: [] }, mesh);
}

/** As if they had been written so, since the order says the age of objects that do not tell it. */
function inOrder(documents: readonly Document[]): readonly Document[] {
  return [...documents].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

function keyOf(document: Document): string {
  const { apiVersion, kind, metadata } = document.object;
  return [groupOf(apiVersion), kind, namespaceOf(document), metadata.name].join(' ');
}
