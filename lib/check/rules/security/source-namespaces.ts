import { textsOf } from '../../../manifest/fields';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { isNamespaceKnown } from '../../mesh/namespaces';
import { rule } from '../../rule';
import { authorizationPolicy, manifests, namespace } from '../fixture';
import { sourcesOf } from './policies';

const UPSTREAM = ['IST0101', 'KIA0101'];
const policy = (name: string): string =>
  manifests(
    namespace('shop'),
    namespace('prod'),
    authorizationPolicy('shop/a', `{rules: [{from: [{source: {namespaces: [${name}]}}]}]}`),
  );

export const sourceNamespaces = rule({
  id: 'source-namespace',
  title: 'A policy about callers of a namespace that does not exist',
  severity: 'error',
  why: 'The rule never matches: callers that it should allow get 403, those that it should deny get through.',
  fix: 'Correct the name of the namespace.',
  upstream: UPSTREAM,
  links: ['https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source'],
  bad: policy('prd'),
  good: policy('prod'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.authorizationPolicy)) {
      for (const [path, source] of sourcesOf(spec)) {
        for (const field of ['namespaces', 'notNamespaces'] as const) {
          textsOf(source[field]).forEach((pattern, i) => {
            const state = stateOf(mesh, pattern);
            const at = [...path, field, i];
            const upstream = field === 'namespaces' ? UPSTREAM : ['IST0101'];
            if (state === 'missing')
              reporter.add(document, at, `namespace must be one that exists, got ${pattern}`, { upstream });
            else if (state === 'unknown')
              reporter.outside(document, at, `namespace ${pattern}`, { upstream });
          });
        }
      }
    }
  },
});

function stateOf(mesh: Mesh, pattern: string): ReturnType<typeof isNamespaceKnown> {
  if (!pattern.startsWith('*') && !pattern.endsWith('*')) return isNamespaceKnown(mesh, pattern);
  const fits = pattern.startsWith('*')
    ? (name: string) => name.endsWith(pattern.slice(1))
    : (name: string) => name.startsWith(pattern.slice(0, -1));
  const all = [...mesh.namespaces().keys(), ...(mesh.elsewhere.namespaces ?? [])];
  if (all.some(fits)) return 'known';
  return mesh.elsewhere.namespaces ? 'missing' : 'unknown';
}
