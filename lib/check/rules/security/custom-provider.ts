import { fieldsOf, textOf } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { authorizationPolicy } from '../fixture';

const policy = (name: string): string =>
  authorizationPolicy('shop/a', `{action: CUSTOM, provider: {name: ${name}}, rules: [{}]}`);

export const customProvider = rule({
  id: 'custom-provider',
  title: 'An external authorizer that the mesh does not have',
  severity: 'error',
  why: 'Istio denies every request that the policy is about.',
  fix: 'Name one of the extensionProviders of MeshConfig.',
  links: ['https://istio.io/latest/docs/tasks/security/authorization/authz-custom/'],
  mesh: { extensionProviders: [{ name: 'opa' }] },
  bad: policy('oap'),
  good: policy('opa'),
  check(mesh, reporter) {
    const names = mesh.security().mesh.extensionProviders;
    for (const { spec, document } of mesh.list(KIND.authorizationPolicy)) {
      const name = textOf(fieldsOf(spec.provider).name);
      if (spec.action !== 'CUSTOM' || name === undefined || names.includes(name)) continue;
      const path = ['spec', 'provider', 'name'];
      if (names.length > 0)
        reporter.add(document, path, `provider must be one of ${names.join(', ')}, got ${name}`);
      else reporter.outside(document, path, `extension provider ${name} of MeshConfig`);
    }
  },
});
