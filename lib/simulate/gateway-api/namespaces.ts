import type { Catalog } from '../../manifest/catalog';
import { namespaceOf } from '../../manifest/catalog';
import type { Manifests } from '../../manifest/document';
import { fieldsList, fieldsOf, textMap, textOf, textsOf, type Fields } from '../../manifest/fields';
import { KINDS } from '../mesh/config';
import type { Labels } from '../mesh/labels';

/** The labels of all namespaces that are declared, or that something is in. */
export type Namespaces = ReadonlyMap<string, Labels>;

export function namespacesOf({ documents }: Manifests, catalog: Catalog): Namespaces {
  const found = new Map<string, Labels>();
  for (const document of documents) found.set(namespaceOf(document), new Map());
  for (const { object } of catalog.list(KINDS.namespace)) {
    found.set(object.metadata.name, textMap(fieldsOf(object.metadata).labels));
  }
  return found;
}

/** @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements */
export function matchesNamespace(selector: Fields, name: string, labels: Labels): boolean {
  const labelOf = (key: string): string | undefined =>
    key === 'kubernetes.io/metadata.name' ? name : labels.get(key);
  for (const [key, text] of textMap(selector.matchLabels)) if (labelOf(key) !== text) return false;
  return fieldsList(selector.matchExpressions).every(({ key, operator, values }) => {
    const own = labelOf(textOf(key) ?? '');
    switch (operator) {
      case 'In':
        return own !== undefined && textsOf(values).includes(own);
      case 'NotIn':
        return own === undefined || !textsOf(values).includes(own);
      case 'Exists':
        return own !== undefined;
      case 'DoesNotExist':
        return own === undefined;
      default:
        return false;
    }
  });
}
