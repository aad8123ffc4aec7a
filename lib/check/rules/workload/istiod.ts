import { fieldsList, fieldsOf, textMap, textOf } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { deployment, manifests, requestAuthentication } from '../fixture';

const TOKENS = requestAuthentication(
  'shop/a',
  '{jwtRules: [{issuer: a.com, jwksUri: "https://a.com/jwks"}]}',
);
const istiod = (env: string): string =>
  deployment(
    'istio-system/istiod',
    `{selector: {matchLabels: {app: istiod}}, template: {metadata: {labels: {app: istiod}}, spec: {containers: [{name: discovery, image: pilot, env: [${env}]}]}}}`,
    'labels: {app: istiod}',
  );

export const jwksUri = rule({
  id: 'istiod-jwks-uri',
  title: 'Keys of tokens that istiod fetches from anywhere',
  severity: 'warning',
  why: 'Whoever may write a RequestAuthentication can let istiod send requests to addresses inside the cluster.',
  fix: 'Set BLOCKED_CIDRS_IN_JWKS_URIS of istiod to the ranges of the cluster.',
  upstream: ['IST0175'],
  links: ['https://istio.io/latest/docs/ops/best-practices/security/'],
  bad: manifests(istiod(''), TOKENS),
  good: manifests(istiod('{name: BLOCKED_CIDRS_IN_JWKS_URIS, value: 10.0.0.0/8}'), TOKENS),
  check(mesh, reporter) {
    const count = mesh.list(KIND.requestAuthentication).length;
    if (count === 0) return;
    for (const { spec, document } of mesh.list(KIND.deployment)) {
      if (textMap(document.object.metadata.labels).get('app') !== 'istiod') continue;
      const containers = fieldsList(fieldsOf(fieldsOf(spec.template).spec).containers);
      const isSet = containers.some(({ env }) =>
        fieldsList(env).some(({ name, value }) => name === 'BLOCKED_CIDRS_IN_JWKS_URIS' && textOf(value)),
      );
      if (!isSet)
        reporter.add(
          document,
          ['spec', 'template', 'spec', 'containers'],
          `BLOCKED_CIDRS_IN_JWKS_URIS must be set while there are RequestAuthentications, got nothing with ${count}`,
        );
    }
  },
});

const rbac = (group: string, kind: string): string =>
  `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: a}\nspec: {group: ${group}, names: {kind: ${kind}}}\n`;

export const removedKind = rule({
  id: 'rbac-kind-removed',
  title: 'A kind that Istio no longer knows',
  severity: 'warning',
  why: 'Istio has had no rbac.istio.io since 1.6: such objects have no effect.',
  fix: 'Write AuthorizationPolicies, and remove the CustomResourceDefinition.',
  upstream: ['IST0002'],
  links: ['https://istio.io/latest/blog/2021/migrate-alpha-policy/'],
  bad: rbac('rbac.istio.io', 'ServiceRole'),
  good: rbac('example.com', 'ServiceRole'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.crd)) {
      const kind = textOf(fieldsOf(spec.names).kind) ?? '';
      if (
        spec.group === 'rbac.istio.io' &&
        ['ClusterRbacConfig', 'RbacConfig', 'ServiceRole', 'ServiceRoleBinding'].includes(kind)
      )
        reporter.add(
          document,
          ['spec', 'group'],
          `kind must be one that Istio knows, got ${kind} of rbac.istio.io`,
        );
    }
  },
});
