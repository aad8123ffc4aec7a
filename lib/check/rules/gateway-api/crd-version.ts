import { textMap } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';

const BUNDLE = 'gateway.networking.k8s.io/bundle-version';

/** What Istio 1.30 needs. */
const MINIMUM: ReadonlyMap<string, readonly number[]> = new Map([
  ['grpcroutes.gateway.networking.k8s.io', [1, 1, 0]],
  ['backendtlspolicies.gateway.networking.k8s.io', [1, 4, 0]],
  ['tlsroutes.gateway.networking.k8s.io', [1, 5, 0]],
]);
const crd = (version: string): string =>
  `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: tlsroutes.gateway.networking.k8s.io, annotations: {${BUNDLE}: ${version}}}\n`;

export const crdVersion = rule({
  id: 'gateway-api-crd-version',
  title: 'CRDs of the Gateway API that are too old for Istio',
  severity: 'warning',
  why: 'Istio ignores objects of this kind.',
  fix: 'Install newer CRDs of the Gateway API.',
  upstream: ['IST0176'],
  links: ['https://gateway-api.sigs.k8s.io/guides/getting-started/#installing-gateway-api'],
  bad: crd('v1.4.0'),
  good: crd('v1.5.0'),
  check(mesh, reporter) {
    for (const { name, annotations, document } of mesh.list(KIND.crd)) {
      const minimum = MINIMUM.get(name);
      const version = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:[-+].*)?$/.exec(
        textMap(document.object.metadata.annotations).get(BUNDLE) ?? '',
      );
      if (!minimum || !version) continue;
      const parts = version.slice(1, 4).map((part: string | undefined) => Number(part ?? 0));
      const at = minimum.findIndex((part, i) => parts[i] !== part);
      if (at !== -1 && parts[at]! < minimum[at]!)
        reporter.add(
          document,
          ['metadata', 'annotations', BUNDLE],
          `version of ${name} must be at least ${minimum.join('.')}, got ${annotations.get(BUNDLE)}`,
        );
    }
  },
});
