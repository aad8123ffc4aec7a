import { textsOf } from '../../../manifest/fields';
import { set } from '../../edit';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { app, authorizationPolicy, manifests, serviceAccount } from '../fixture';
import { sourcesOf } from './policies';

const policy = (principal: string): string =>
  manifests(
    serviceAccount('shop/web'),
    app('shop/web'),
    authorizationPolicy('shop/a', `{rules: [{from: [{source: {principals: [${principal}]}}]}]}`),
  );
const LINKS = ['https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source'];
const NAME = /^([^/]+)\/ns\/([^/]+)\/sa\/([^/]+)$/;

export const principals = rule({
  id: 'source-principal',
  title: 'A policy about callers that do not exist',
  severity: 'error',
  why: 'The rule never matches: callers that it should allow get 403, those that it should deny get through.',
  fix: 'Write <trust domain>/ns/<namespace>/sa/<service account>, without spiffe://.',
  upstream: ['KIA0106', 'KIA0108'],
  links: LINKS,
  isFixable: true,
  bad: policy('cluster.local/ns/shop/sa/wep'),
  good: policy('cluster.local/ns/shop/sa/web'),
  check(mesh, reporter) {
    const { trustDomain, fields } = mesh.settings;
    const trusted = new Set(['cluster.local', trustDomain, ...textsOf(fields.trustDomainAliases)]);
    const accounts = accountsOf(mesh);
    for (const { spec, document } of mesh.list(KIND.authorizationPolicy)) {
      for (const [path, source] of sourcesOf(spec)) {
        textsOf(source.principals).forEach((principal, i) => {
          const at = [...path, 'principals', i];
          if (principal.startsWith('spiffe://')) {
            reporter.add(document, at, `principal must be written without spiffe://, got ${principal}`, {
              upstream: ['KIA0106'],
              edits: [set(at, principal.slice('spiffe://'.length))],
            });
            return;
          }
          const [, domain = '', namespace = '', account = ''] = NAME.exec(principal) ?? [];
          if (domain === '' || [domain, namespace, account].some((part) => part.includes('*'))) return;
          if (!trusted.has(domain))
            reporter.outside(document, at, `trust domain ${domain}`, { upstream: ['KIA0108'] });
          else if (
            !accounts.has(`${namespace}/${account}`) &&
            !mesh.elsewhere.serviceAccounts.has(`${namespace}/${account}`)
          ) {
            if ([...accounts].some((one) => one.startsWith(`${namespace}/`) && !one.endsWith('/default')))
              reporter.add(
                document,
                at,
                `principal must be that of a service account of namespace ${namespace}, got ${principal}`,
                { upstream: ['KIA0106'] },
              );
            else
              reporter.outside(document, at, `service account ${namespace}/${account}`, {
                upstream: ['KIA0106'],
              });
          }
        });
      }
    }
  },
});

/** Declared, used by a workload, or made by Kubernetes (every namespace has `default`) or Istio (for Gateways). */
function accountsOf(mesh: Mesh): ReadonlySet<string> {
  return new Set([
    ...mesh.list(KIND.serviceAccount).map(({ namespace, name }) => `${namespace}/${name}`),
    ...mesh.workloads().all.map(({ namespace, serviceAccount }) => `${namespace}/${serviceAccount}`),
    ...[...mesh.namespaces().keys()].map((namespace) => `${namespace}/default`),
    ...mesh
      .services()
      .map(({ namespace, name }) => `${namespace}/${name}`)
      .filter((name) => name.endsWith('-istio')),
    'istio-system/istio-ingressgateway-service-account',
    'istio-system/istio-egressgateway-service-account',
  ]);
}
