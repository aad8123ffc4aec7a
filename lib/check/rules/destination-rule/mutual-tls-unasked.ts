import { fieldsOf, textOf } from '../../../manifest/fields';
import { selectorOf } from '../../../simulate/security/attachment';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { destinationRule, manifests, peerAuthentication } from '../fixture';

const ALL = destinationRule(
  'shop/all',
  '{host: "*.shop.svc.cluster.local", trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}}',
);

export const mutualTlsUnasked = rule({
  id: 'client-mtls-without-policy',
  title: 'Mutual TLS that clients speak and servers do not ask for',
  severity: 'info',
  why: 'Sidecars send mutual TLS with this rule and without it. No PeerAuthentication asks for it, so that the servers take plain text from anybody else, too.',
  fix: 'Write a PeerAuthentication: STRICT takes mutual TLS only, PERMISSIVE says that both are meant.',
  upstream: ['KIA0205', 'KIA0206'],
  links: ['https://istio.io/latest/docs/concepts/security/#peer-authentication'],
  bad: ALL,
  good: manifests(ALL, peerAuthentication('shop/default', '{mtls: {mode: STRICT}}')),
  check(mesh, reporter) {
    const { domain, rootNamespace } = mesh.settings;
    for (const { spec, document } of mesh.list(KIND.destinationRule)) {
      if (textOf(fieldsOf(fieldsOf(spec.trafficPolicy).tls).mode) !== 'ISTIO_MUTUAL') continue;
      const host = textOf(spec.host) ?? '';
      const [, namespace] = /^\*\.([^.]+)\.svc\.(.+)$/.exec(host) ?? [];
      const isWhole = host === '*.local' || host === `*.${domain}`;
      if (!isWhole && (namespace === undefined || !host.endsWith(`.svc.${domain}`))) continue;
      if (hasPolicy(mesh, isWhole ? [rootNamespace] : [rootNamespace, namespace!])) continue;
      reporter.add(
        document,
        ['spec', 'trafficPolicy', 'tls', 'mode'],
        `servers of ${host} must have a PeerAuthentication that says what they take, got none`,
        { upstream: [isWhole ? 'KIA0205' : 'KIA0206'] },
      );
    }
  },
});

/** Whether somebody says what all workloads there take; that DISABLE contradicts is said by another rule. */
function hasPolicy(mesh: Mesh, namespaces: readonly string[]): boolean {
  return mesh
    .list(KIND.peerAuthentication)
    .some(
      ({ namespace, spec }) =>
        namespaces.includes(namespace) &&
        selectorOf(spec).size === 0 &&
        ['STRICT', 'PERMISSIVE', 'DISABLE'].includes(textOf(fieldsOf(spec.mtls).mode) ?? ''),
    );
}
