import { show } from '../../finding';
import { authorizationPolicy, http, TO } from '../examples';
import { rule, WEBHOOK_KINDS, type Place, type WebhookKind } from '../rule';

const KINDS = Object.keys(WEBHOOK_KINDS) as WebhookKind[];
const DRY_RUN = 'istio.io/dry-run';
const GO_BOOLEANS = ['1', 't', 'T', 'TRUE', 'true', 'True', '0', 'f', 'F', 'FALSE', 'false', 'False'];

const RULE = '{rules: [{}]}';
const GOOD_ROUTE = http(TO);

/** Complains about the annotation, and ends the matter: of these complaints the webhook makes only the first. */
function refuse(at: Place, annotation: string, message: string): void {
  at.say(`annotation ${annotation} ${message}, got ${show(at.root.annotations.get(annotation))}`);
  at.stop();
}

export const METADATA_RULES = [
  rule(
    KINDS,
    {
      id: 'dry-run-kind',
      title: 'Only AuthorizationPolicies can be tried out',
      why: 'No other kind knows istio.io/dry-run: the object would take effect at once.',
      fix: 'Remove the annotation.',
      bad: { ...GOOD_ROUTE, metadata: '{annotations: {istio.io/dry-run: "true"}}' },
      good: authorizationPolicy(RULE, '{annotations: {istio.io/dry-run: "true"}}'),
    },
    (_, at) => {
      if (at.root.kind !== 'AuthorizationPolicy' && at.root.annotations.has(DRY_RUN))
        refuse(at, DRY_RUN, `must not be on a ${at.root.kind}`);
    },
  ),
  rule(
    'AuthorizationPolicy',
    {
      id: 'dry-run-value',
      title: 'The dry-run annotation is true or false',
      why: 'Istio could not tell whether the policy is to be enforced.',
      fix: 'Set istio.io/dry-run to "true" or "false".',
      bad: authorizationPolicy(RULE, '{annotations: {istio.io/dry-run: "yes"}}'),
      good: authorizationPolicy(RULE, '{annotations: {istio.io/dry-run: "false"}}'),
    },
    ({ action }, at) => {
      const value = at.root.annotations.get(DRY_RUN);
      if (value !== undefined && (action === 'ALLOW' || action === 'DENY') && !GO_BOOLEANS.includes(value))
        refuse(at, DRY_RUN, 'must be "true" or "false"');
    },
  ),
  rule(
    'AuthorizationPolicy',
    {
      id: 'dry-run-action',
      title: 'Only ALLOW and DENY can be tried out',
      why: 'A dry run of AUDIT or CUSTOM does not exist: the policy would take effect at once.',
      fix: 'Remove the annotation, or use the action ALLOW or DENY.',
      bad: authorizationPolicy('{action: AUDIT, rules: [{}]}', '{annotations: {istio.io/dry-run: "true"}}'),
      good: authorizationPolicy('{action: DENY, rules: [{}]}', '{annotations: {istio.io/dry-run: "true"}}'),
    },
    ({ action }, at) => {
      if (at.root.annotations.has(DRY_RUN) && action !== 'ALLOW' && action !== 'DENY')
        refuse(at, DRY_RUN, `must not be on a policy with action ${action}`);
    },
  ),
  ...[
    [
      'always-reject',
      'internal.istio.io/webhook-always-reject',
      'With it istiod tests its own webhook: such an object is always refused.',
    ],
    [
      'parent-namespace',
      'internal.istio.io/parent-namespace',
      'It would give the object rights in another namespace: only istiod sets it.',
    ],
    [
      'parent-names',
      'internal.istio.io/parents',
      'It says what an object was converted from: only istiod sets it.',
    ],
  ].map(([id = '', annotation = '', why = '']) =>
    rule(
      KINDS,
      {
        id: `internal-annotation-${id}`,
        title: `${annotation} belongs to istiod`,
        why,
        fix: 'Remove the annotation.',
        bad: { ...GOOD_ROUTE, metadata: `{annotations: {${annotation}: x}}` },
        good: GOOD_ROUTE,
      },
      (_, at) => {
        if (at.root.annotations.has(annotation)) refuse(at, annotation, 'must not be set');
      },
    ),
  ),
];
