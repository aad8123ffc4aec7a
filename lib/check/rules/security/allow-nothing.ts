import { fieldsList, textOf } from '../../../manifest/fields';
import type { Config } from '../../../simulate/mesh/config';
import { isSelected, selectorOf } from '../../../simulate/security/attachment';
import { isAmbient } from '../../mesh/ambient';
import type { Mesh } from '../../mesh/mesh';
import { KIND } from '../../mesh/kinds';
import { someNames } from '../../mesh/names';
import type { DeclaredWorkload } from '../../mesh/workloads';
import { rule } from '../../rule';
import { app, authorizationPolicy, manifests, web } from '../fixture';
import { targetsOf } from './policies';

const SHOP = manifests(web('shop/web'), app('shop/web'), authorizationPolicy('shop/nothing', '{}'));

export const allowNothing = rule({
  id: 'allow-nothing',
  title: 'A policy that denies everything',
  severity: 'warning',
  why: 'An ALLOW policy without rules matches nothing, and where any ALLOW policy is, what none allows is denied: all requests get 403 until others allow them.',
  fix: 'Add policies that allow what is wanted, or rules to this one: an empty rule ({}) allows everything.',
  links: ['https://istio.io/latest/docs/concepts/security/#allow-nothing-deny-all-and-allow-all-policy'],
  bad: SHOP,
  good: manifests(
    SHOP,
    authorizationPolicy(
      'shop/web',
      '{selector: {matchLabels: {app: web}}, rules: [{to: [{operation: {methods: [GET]}}]}]}',
    ),
  ),
  check(mesh, reporter) {
    const allowing = mesh.list(KIND.authorizationPolicy).filter(isAllow);
    const nothing = allowing.filter(({ spec }) => fieldsList(spec.rules).length === 0);
    const others = allowing.filter(({ spec }) => fieldsList(spec.rules).length > 0);
    for (const policy of nothing) {
      const message = 'rules of an ALLOW policy must say what is allowed, got none';
      const called = calledBehind(mesh, policy);
      const closed = [...called].filter(
        (workload) => !others.some((other) => mayHold(mesh, other, workload)),
      );
      if (closed.length > 0)
        reporter.add(
          policy.document,
          ['spec'],
          `${message}; no other policy lets anybody reach ${someNames(closed)}`,
        );
      // Which workloads there are is not known: whoever allows something may be elsewhere, too.
      else if (called.size === 0 && others.length === 0)
        reporter.add(policy.document, ['spec'], message, { severity: 'info' });
    }
  },
});

function isAllow({ spec }: Config): boolean {
  return (textOf(spec.action) ?? 'ALLOW') === 'ALLOW';
}

/** The workloads that the policy is for, and that somebody could call: there is a Service for them. */
function calledBehind(mesh: Mesh, { spec, namespace }: Config): ReadonlySet<DeclaredWorkload> {
  const isEverywhere = namespace === mesh.settings.rootNamespace;
  const targets = new Set(targetsOf(spec).map(([, target]) => textOf(target.name)));
  const found = new Set<DeclaredWorkload>();
  for (const service of mesh.services()) {
    if (!service.selector || (!isEverywhere && service.namespace !== namespace)) continue;
    if (targets.size > 0 && !targets.has(service.name)) continue;
    for (const workload of mesh.workloads().selected(service.selector, service.namespace))
      if ((targets.size > 0 || isSelected(spec, workload)) && isInMesh(mesh, workload)) found.add(workload);
  }
  return found;
}

function isInMesh(mesh: Mesh, workload: DeclaredWorkload): boolean {
  return mesh.hasSidecar(workload) || isAmbient(mesh.namespaceLabels().get(workload.namespace));
}

/** Whether another policy may allow something there; what a target stands for is not looked up. */
function mayHold(mesh: Mesh, { spec, namespace }: Config, workload: DeclaredWorkload): boolean {
  if (namespace !== workload.namespace && namespace !== mesh.settings.rootNamespace) return false;
  const selector = selectorOf(spec);
  // One that takes no workload at all is a slip, which another rule tells of.
  const isLost = mesh.workloads().selected(selector, workload.namespace).length === 0;
  return targetsOf(spec).length > 0 || isLost || isSelected(spec, workload);
}
