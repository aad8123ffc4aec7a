import { fieldsList, textOf } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { isNamespaceKnown } from '../../mesh/namespaces';
import { rule } from '../../rule';
import { manifests, namespace, referenceGrant } from '../fixture';

const UPSTREAM = ['KIA1601'];
const grant = (from: string): string =>
  manifests(
    namespace('shop'),
    referenceGrant(
      'prod/a',
      `{from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: ${from}}], to: [{group: "", kind: Service}]}`,
    ),
  );

export const grantNamespace = rule({
  id: 'reference-grant-namespace',
  title: 'A grant for a namespace that does not exist',
  severity: 'error',
  why: 'The grant allows nothing: references that rely on it get 500.',
  fix: 'Name the namespace of the routes (or Gateways) that refer to this one.',
  upstream: UPSTREAM,
  links: ['https://gateway-api.sigs.k8s.io/api-types/referencegrant/'],
  bad: grant('shp'),
  good: grant('shop'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.referenceGrant)) {
      fieldsList(spec.from).forEach(({ namespace: written }, i) => {
        const name = textOf(written) ?? '';
        const state = name === '' ? 'known' : isNamespaceKnown(mesh, name);
        const path = ['spec', 'from', i, 'namespace'];
        if (state === 'missing')
          reporter.add(document, path, `namespace must be one that exists, got ${name}`);
        else if (state === 'unknown')
          reporter.outside(document, path, `namespace ${name}`, { upstream: UPSTREAM });
      });
    }
  },
});
