import { fieldsOf, textOf } from '../../../manifest/fields';
import { fullName, isSubsetOf } from '../../../simulate/names/host';
import { selectorOf } from '../../../simulate/security/attachment';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { destinationRule, manifests, peerAuthentication, web } from '../fixture';

const STRICT = peerAuthentication('shop/a', '{mtls: {mode: STRICT}}');

export const strictWithoutAutoMtls = rule({
  id: 'strict-without-client-tls',
  title: 'Mutual TLS that clients do not speak',
  severity: 'error',
  why: 'With enableAutoMtls: false sidecars use mutual TLS only where a DestinationRule says so: all other requests to these workloads fail.',
  fix: 'Turn on enableAutoMtls, or add a DestinationRule with tls mode ISTIO_MUTUAL for the whole namespace (or mesh).',
  upstream: ['KIA0401', 'KIA0501'],
  links: ['https://istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration/#auto-mtls'],
  mesh: { enableAutoMtls: false },
  bad: manifests(web('shop/web'), STRICT),
  good: manifests(
    web('shop/web'),
    STRICT,
    destinationRule(
      'shop/all',
      '{host: "*.shop.svc.cluster.local", trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}',
    ),
  ),
  check(mesh, reporter) {
    const { autoMtls, domain, rootNamespace } = mesh.settings;
    if (autoMtls) return;
    const mutual = mesh
      .list(KIND.destinationRule)
      .filter(({ spec }) => fieldsOf(fieldsOf(spec.trafficPolicy).tls).mode === 'ISTIO_MUTUAL')
      .map(({ spec, namespace }) => fullName(textOf(spec.host) ?? '', namespace, domain));
    for (const { spec, namespace, document } of mesh.list(KIND.peerAuthentication)) {
      if (selectorOf(spec).size > 0 || fieldsOf(spec.mtls).mode !== 'STRICT') continue;
      const isMesh = namespace === rootNamespace;
      const host = isMesh ? `*.${domain}` : `*.${namespace}.svc.${domain}`;
      const missing = mesh
        .services()
        .filter(
          (one) => isSubsetOf(one.hostname, host) && !mutual.some((wide) => isSubsetOf(one.hostname, wide)),
        );
      if (missing.length > 0)
        reporter.add(
          document,
          ['spec', 'mtls', 'mode'],
          `mode must be one that clients speak, got STRICT, without ISTIO_MUTUAL for ${missing[0]!.hostname}`,
          {
            upstream: [isMesh ? 'KIA0401' : 'KIA0501'],
          },
        );
    }
  },
});
