import { insert } from '../../edit';
import { show } from '../../finding';
import { authorizationPolicy, envoyFilter, peerAuthentication, serviceEntry, sidecar } from '../examples';
import { rule } from '../rule';

const ALL =
  'It then applies to every workload of the namespace (of the mesh, in the root namespace), which is seldom meant.';
const SOME = '{egress: [{hosts: ["*/*"]}], workloadSelector: {labels: {app: reviews}}}';

/** The labels in a selector that no selector can have. */
function wrongLabels(labels: ReadonlyMap<string, string>): { empty: string[]; wildcards: string[] } {
  const entries = [...labels];
  return {
    empty: entries.filter(([key]) => key === '').map(([key]) => key),
    wildcards: entries.filter(([key, value]) => key.includes('*') || value.includes('*')).map(([key]) => key),
  };
}

const emptyKey = 'label keys in a selector must not be empty';
const wildcard = (key: string, value?: string): string =>
  `a selector must name labels exactly, got ${show(`${key}=${value ?? ''}`)}`;

type Selecting = 'Sidecar' | 'ServiceEntry' | 'EnvoyFilter';
const SELECTING: readonly Selecting[] = ['Sidecar', 'ServiceEntry', 'EnvoyFilter'];

export const SELECTOR_RULES = [
  rule(
    'PolicySelector',
    {
      id: 'selector-empty-key',
      title: 'A selector has a label without a key',
      why: 'No workload has such a label.',
      fix: 'Name the label, such as app.',
      bad: peerAuthentication('{selector: {matchLabels: {"": reviews}}}'),
      good: peerAuthentication('{selector: {matchLabels: {app: reviews}}}'),
    },
    ({ matchLabels }, at) => {
      for (const key of wrongLabels(matchLabels).empty) at.say(emptyKey, 'matchLabels', key);
    },
  ),
  rule(
    'PolicySelector',
    {
      id: 'selector-wildcard',
      title: 'A selector has a wildcard',
      why: 'Labels are compared as they are; * would stand for itself.',
      fix: 'Write out the label, or leave the selector out to select all workloads.',
      bad: peerAuthentication('{selector: {matchLabels: {app: "*"}}}'),
      good: peerAuthentication('{selector: {matchLabels: {app: reviews}}}'),
    },
    ({ matchLabels }, at) => {
      for (const key of wrongLabels(matchLabels).wildcards)
        at.say(wildcard(key, matchLabels.get(key)), 'matchLabels', key);
    },
  ),
  rule(
    'PolicySelector',
    {
      id: 'selector-without-labels',
      severity: 'warning',
      title: 'A selector selects everything',
      why: ALL,
      fix: 'Give matchLabels, or leave the selector out.',
      bad: peerAuthentication('{selector: {}}'),
      good: peerAuthentication('{selector: {matchLabels: {app: reviews}}}'),
    },
    ({ matchLabels }, at) => {
      if (matchLabels.size === 0) at.say('selector must have matchLabels, got none');
    },
  ),
  rule(
    SELECTING,
    {
      id: 'workload-selector-empty-key',
      title: 'A workloadSelector has a label without a key',
      why: 'No workload has such a label. The webhook looks at nothing else then.',
      fix: 'Name the label, such as app.',
      bad: envoyFilter('{workloadSelector: {labels: {"": reviews}}}'),
      good: sidecar(SOME),
    },
    ({ workloadSelector }, at) => {
      for (const key of wrongLabels(workloadSelector?.labels ?? new Map()).empty)
        at.say(emptyKey, 'workloadSelector', 'labels', key);
    },
  ),
  rule(
    SELECTING,
    {
      id: 'workload-selector-wildcard',
      title: 'A workloadSelector has a wildcard',
      why: 'Labels are compared as they are; * would stand for itself. The webhook looks at nothing else then.',
      fix: 'Write out the label, or leave the workloadSelector out to select all workloads of the namespace.',
      bad: sidecar('{egress: [{hosts: ["*/*"]}], workloadSelector: {labels: {app: "*"}}}'),
      good: sidecar(SOME),
    },
    ({ workloadSelector }, at) => {
      const labels = workloadSelector?.labels ?? new Map<string, string>();
      const wrong = wrongLabels(labels);
      for (const key of wrong.wildcards)
        at.say(wildcard(key, labels.get(key)), 'workloadSelector', 'labels', key);
      if (wrong.empty.length + wrong.wildcards.length > 0) at.stop();
    },
  ),
  rule(
    SELECTING,
    {
      id: 'workload-selector-without-labels',
      severity: 'warning',
      title: 'A workloadSelector selects everything',
      why: 'It then applies to every workload of the namespace, which is seldom meant.',
      fix: 'Give labels, or leave the workloadSelector out.',
      bad: serviceEntry(
        '{hosts: [a.com], ports: [{number: 80, name: http, protocol: HTTP}], resolution: STATIC, workloadSelector: {}}',
      ),
      good: sidecar(SOME),
    },
    ({ workloadSelector }, at) => {
      if (workloadSelector?.labels.size === 0)
        at.say('workloadSelector must have labels, got none', 'workloadSelector');
    },
  ),
  rule(
    ['AuthorizationPolicy', 'RequestAuthentication', 'Telemetry', 'WasmPlugin', 'TrafficExtension'],
    {
      id: 'selector-and-target',
      title: 'A policy has more than one way to say what it applies to',
      why: 'Istio could not tell which one counts.',
      fix: 'Keep one of selector, targetRef and targetRefs.',
      bad: authorizationPolicy(
        '{selector: {matchLabels: {app: a}}, targetRefs: [{kind: Service, name: a}], rules: [{}]}',
      ),
      good: authorizationPolicy('{targetRefs: [{kind: Service, name: a}], rules: [{}]}'),
    },
    (policy, at) => {
      const set = [
        policy.selector && 'selector',
        'targetRef' in policy && policy.targetRef && 'targetRef',
        policy.targetRefs.length > 0 && 'targetRefs',
      ].filter(Boolean);
      if (set.length > 1)
        at.say(`only one of selector, targetRef and targetRefs must be set, got ${set.join(' and ')}`);
    },
  ),
  rule(
    'PolicyTargetReference',
    {
      id: 'target-name',
      title: 'A target has no name',
      why: 'Targets are single objects; there is no target for all of a kind.',
      fix: 'Name the Service, ServiceEntry, Gateway or GatewayClass.',
      bad: authorizationPolicy('{targetRefs: [{kind: Service}], rules: [{}]}'),
      good: authorizationPolicy('{targetRefs: [{kind: Service, name: a}], rules: [{}]}'),
    },
    ({ name }, at) => {
      if (name === '') at.say(`name of ${at.field} must be set, got nothing`);
    },
  ),
  rule(
    'PolicyTargetReference',
    {
      id: 'target-namespace',
      title: 'A target is in a namespace of its own',
      why: 'A policy can only apply to its own namespace, so even naming that is refused.',
      fix: 'Remove namespace, and put the policy beside its target.',
      bad: authorizationPolicy('{targetRefs: [{kind: Service, name: a, namespace: b}], rules: [{}]}'),
      good: authorizationPolicy('{targetRefs: [{kind: Service, name: a}], rules: [{}]}'),
    },
    ({ namespace }, at) => {
      if (namespace !== '')
        at.say(`namespace of ${at.field} must not be set, got ${show(namespace)}`, 'namespace');
    },
  ),
  rule(
    'PolicyTargetReference',
    {
      id: 'target-kind',
      title: 'A policy cannot be attached to this kind',
      why: 'Istio looks for policies of Services, ServiceEntries, Gateways and GatewayClasses only.',
      fix: 'Use kind Service (group ""), ServiceEntry (group networking.istio.io), or Gateway or GatewayClass (group gateway.networking.k8s.io).',
      isFixable: true,
      bad: authorizationPolicy('{targetRefs: [{kind: Deployment, group: apps, name: a}], rules: [{}]}'),
      good: authorizationPolicy(
        '{targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name: a}], rules: [{}]}',
      ),
    },
    ({ group, kind }, at) => {
      if (TARGETS.get(kind) !== (group || 'core'))
        at.mend(
          group === '' && TARGETS.has(kind) ? [insert(['group'], TARGETS.get(kind)!, 'kind')] : [],
          `kind of ${at.field} must be Service, ServiceEntry, Gateway or GatewayClass with its group, got ${show(`${group}/${kind}`)}`,
        );
    },
  ),
];

const TARGETS = new Map([
  ['Service', 'core'],
  ['ServiceEntry', 'networking.istio.io'],
  ['Gateway', 'gateway.networking.k8s.io'],
  ['GatewayClass', 'gateway.networking.k8s.io'],
]);
