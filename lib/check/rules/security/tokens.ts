import { fieldsList, textsOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { selects } from '../../../simulate/mesh/labels';
import { selectorOf } from '../../../simulate/security/attachment';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { app, authorizationPolicy, manifests, requestAuthentication } from '../fixture';
import { conditionKeys, sourcesOf, targetsOf } from './policies';

const LINKS = [
  'https://istio.io/latest/docs/tasks/security/authentication/authn-policy/#require-a-valid-token',
];
const TOKENS = requestAuthentication(
  'shop/a',
  '{selector: {matchLabels: {app: web}}, jwtRules: [{issuer: a.com, jwksUri: "https://a.com/jwks"}]}',
);
const REQUIRED = authorizationPolicy(
  'shop/a',
  '{selector: {matchLabels: {app: web}}, action: DENY, rules: [{from: [{source: {notRequestPrincipals: ["*"]}}]}]}',
);

export const tokensOptional = rule({
  id: 'request-authentication-alone',
  title: 'Tokens that nobody has to send',
  severity: 'warning',
  why: 'A RequestAuthentication refuses bad tokens, but requests without any get through.',
  fix: 'Add an AuthorizationPolicy that asks for requestPrincipals, or acknowledge that tokens are optional.',
  links: LINKS,
  bad: manifests(app('shop/web'), TOKENS),
  good: manifests(app('shop/web'), TOKENS, REQUIRED),
  check(mesh, reporter) {
    const asking = mesh.list(KIND.authorizationPolicy).filter(asksForTokens);
    for (const tokens of mesh.list(KIND.requestAuthentication)) {
      if (
        fieldsList(tokens.spec.jwtRules).length === 0 ||
        asking.some((policy) => mayMeet(mesh, policy, tokens))
      )
        continue;
      reporter.add(
        tokens.document,
        ['spec', 'jwtRules'],
        'tokens must be required by an AuthorizationPolicy, got none that asks for requestPrincipals',
      );
    }
  },
});

export const tokensUnread = rule({
  id: 'request-principal-without-request-authentication',
  title: 'A policy about tokens that nobody reads',
  severity: 'error',
  why: 'Only a RequestAuthentication reads tokens: without one no request has a principal or a claim, and rules that ask for them never match.',
  fix: 'Add a RequestAuthentication for the same workloads.',
  links: LINKS,
  bad: manifests(app('shop/web'), REQUIRED),
  good: manifests(app('shop/web'), REQUIRED, TOKENS),
  check(mesh, reporter) {
    const reading = mesh.list(KIND.requestAuthentication);
    for (const policy of mesh.list(KIND.authorizationPolicy)) {
      if (!asksForTokens(policy) || reading.some((tokens) => mayMeet(mesh, tokens, policy))) continue;
      const path = ['spec', 'rules'];
      if (reading.length > 0 || mesh.workloads().inNamespace(policy.namespace).length > 0)
        reporter.add(
          policy.document,
          path,
          'requestPrincipals and claims must come from a RequestAuthentication for these workloads, got none',
        );
      else reporter.outside(policy.document, path, 'RequestAuthentication for these workloads');
    }
  },
});

function asksForTokens({ spec }: Config): boolean {
  return (
    sourcesOf(spec).some(
      ([, source]) =>
        textsOf(source.requestPrincipals).length + textsOf(source.notRequestPrincipals).length > 0,
    ) || conditionKeys(spec).some((key) => key.startsWith('request.auth.'))
  );
}

/** Whether both may be for the same workload. */
function mayMeet(mesh: Mesh, a: Config, b: Config): boolean {
  const { rootNamespace } = mesh.settings;
  if (a.namespace !== b.namespace && a.namespace !== rootNamespace && b.namespace !== rootNamespace)
    return false;
  const names = (config: Config): readonly unknown[] => targetsOf(config.spec).map(([, { name }]) => name);
  const [first, second] = [names(a), names(b)];
  if (first.length > 0 && second.length > 0) return first.some((name) => second.includes(name));
  const [one, other] = [selectorOf(a.spec), selectorOf(b.spec)];
  const agree = [...one].every(([key, text]) => (other.get(key) ?? text) === text);
  if (!agree || selects(one, other) || selects(other, one)) return agree;
  return mesh.workloads().selected(new Map([...one, ...other])).length > 0;
}
