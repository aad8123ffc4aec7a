import { textsOf } from '../../../manifest/fields';
import { selectorOf } from '../../../simulate/security/attachment';
import { peerAuthentication } from '../../../simulate/security/peer-authentication';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { app, authorizationPolicy, manifests, peerAuthentication as peers } from '../fixture';
import { conditionKeys, sourcesOf } from './policies';

const FIELDS = [
  'principals',
  'notPrincipals',
  'namespaces',
  'notNamespaces',
  'serviceAccounts',
  'notServiceAccounts',
];
const KEYS = ['source.namespace', 'source.principal', 'source.serviceAccount', 'connection.sni'];
const POLICY = authorizationPolicy(
  'shop/a',
  '{rules: [{from: [{source: {principals: [cluster.local/ns/shop/sa/default]}}]}]}',
);
const policy = (mode: string): string =>
  manifests(app('shop/web'), POLICY, peers('shop/default', `{mtls: {mode: ${mode}}}`));

export const identityWithoutMtls = rule({
  id: 'identity-without-mtls',
  title: 'A policy about who calls, where nobody is asked',
  severity: 'error',
  why: 'Callers are known by their certificate only. Without mutual TLS there is none: rules that allow them never match.',
  fix: 'Let PeerAuthentication be PERMISSIVE or STRICT for these workloads.',
  upstream: ['KIA0105'],
  links: ['https://istio.io/latest/docs/concepts/security/#dependency-on-mutual-tls'],
  bad: policy('DISABLE'),
  good: policy('STRICT'),
  check(mesh, reporter) {
    const { peers: policies, mesh: settings } = mesh.security();
    for (const { spec, namespace, document } of mesh.list(KIND.authorizationPolicy)) {
      const asks = sourcesOf(spec).some(([, source]) =>
        FIELDS.some((field) => textsOf(source[field]).length > 0),
      );
      if (!asks && !conditionKeys(spec).some((key) => KEYS.includes(key))) continue;
      const at = namespace === settings.rootNamespace ? '' : namespace;
      const workloads = mesh.workloads().selected(selectorOf(spec), at);
      if (workloads.length === 0) continue;
      // Port 0 is none: what is said of single ports is left aside.
      const open = workloads.filter(
        (workload) => peerAuthentication(policies, workload, 0, settings).mode === 'DISABLE',
      );
      if (open.length === workloads.length)
        reporter.add(
          document,
          ['spec', 'rules'],
          `callers must come with mutual TLS to be told apart, got DISABLE for ${open[0]!.namespace}/${open[0]!.name}`,
        );
    }
  },
});
