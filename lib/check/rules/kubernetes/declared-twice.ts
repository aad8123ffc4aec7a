import { isDeepStrictEqual } from 'node:util';
import { rule } from '../../rule';
import { manifests, service } from '../fixture';

const withPort = (port: number): string => service('shop/web', `{ports: [{name: http, port: ${port}}]}`);

export const declaredTwice = rule({
  id: 'object-declared-twice',
  title: 'Two different objects of one name',
  severity: 'warning',
  why: 'The last one that is applied replaces the others: what they say is lost, and nobody is told.',
  fix: 'Remove one, or give it another name. Versions of which only one is applied, as overlays, are checked one by one.',
  links: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/names/'],
  bad: manifests(withPort(80), withPort(8080)),
  good: manifests(withPort(80), withPort(80)),
  check(mesh, reporter) {
    for (const [document, next] of mesh.catalog.replaced) {
      if (isDeepStrictEqual(document.object, next.object)) continue;
      const { kind, metadata } = document.object;
      const name = metadata.namespace ? `${metadata.namespace}/${metadata.name}` : metadata.name;
      const { file } = next.origin;
      const place = file === undefined || file === document.origin.file ? 'below' : `in ${file}`;
      reporter.add(
        document,
        ['metadata', 'name'],
        `${kind} ${name} must be declared once, got a different one ${place}, which replaces this one`,
      );
    }
  },
});
