import { fieldsList, textOf } from '../../../manifest/fields';
import { KIND } from '../../mesh/kinds';
import { rule } from '../../rule';
import { authorizationPolicy } from '../fixture';

export const allowNothing = rule({
  id: 'allow-nothing',
  title: 'A policy that denies everything',
  severity: 'info',
  why: 'An ALLOW policy without rules matches nothing, and where any ALLOW policy is, what none allows is denied: all requests get 403 until others allow them.',
  fix: 'Keep it if that is meant; otherwise add rules: an empty rule ({}) allows everything.',
  links: ['https://istio.io/latest/docs/concepts/security/#allow-nothing-deny-all-and-allow-all-policy'],
  bad: authorizationPolicy('shop/a', '{}'),
  good: authorizationPolicy('shop/a', '{rules: [{}]}'),
  check(mesh, reporter) {
    for (const { spec, document } of mesh.list(KIND.authorizationPolicy)) {
      if ((textOf(spec.action) ?? 'ALLOW') === 'ALLOW' && fieldsList(spec.rules).length === 0)
        reporter.add(document, ['spec'], 'rules of an ALLOW policy must say what is allowed, got none');
    }
  },
});
