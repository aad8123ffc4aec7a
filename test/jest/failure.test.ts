import '../../lib/jest';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Decision, ObjectRef } from '../../lib/simulate/decision';
import { from, outside, request } from '../../lib/jest';
import { always, answered, step, to } from './support/decisions';
import { failureOf } from './support/failure';

const RULES: ObjectRef = {
  kind: 'VirtualService',
  namespace: 'shop',
  name: 'reviews',
  file: 'shop.yaml',
  line: 12,
};
const JASON = from('shop/productpage').get('http://reviews:9080/reviews/7', {
  headers: { 'end-user': 'kate' },
});

const walk = [
  step('address', 'noted', 'reviews is 10.96.0.3, port 9080'),
  step('host', 'chosen', 'reviews:9080 has the rules of VirtualService shop/reviews', { object: RULES }),
  step('rule', 'rejected', 'rule "jason" does not match: header end-user is "kate", and must be "jason"', {
    object: RULES,
    at: 'spec.http[0].match[0]',
  }),
  step('rule', 'chosen', 'rule "all" matches', { object: RULES, at: 'spec.http[1]' }),
  step('fault', 'chosen', '50 % get 503', { object: RULES, at: 'spec.http[1].fault' }),
  step('security', 'noted', 'no policy is about reviews-v1'),
];
const base: Partial<Decision> = {
  outcomes: [to('reviews v1', 0.5), answered(503, 0.5, 'aborted', 'FI')],
  explanation: walk,
};

/** The whole text of failures, as files that can be read. */
const GOLDEN: Record<string, () => void> = {
  'route.txt': () => expect(always(base)).toRoute(JASON, { 'reviews v2': 100 }),
  'not-route.txt': () => expect(always(base)).not.toRoute(JASON, { 'reviews v1': 50, 503: 50 }),
  'delay.txt': () => expect(always(base)).toDelay(JASON, '7s', { percent: 50 }),
  'nobody-listens.txt': () =>
    expect(
      always({
        outcomes: [{ kind: 'closed', probability: 1, reason: 'nobody listens at port 9080' }],
        explanation: [walk[0]!, step('listener', 'rejected', 'nobody listens at port 9080')],
      }),
    ).toReach(JASON, 'reviews v1'),
  'many-rules.txt': () =>
    expect(
      always({
        explanation: [
          walk[1]!,
          ...Array.from({ length: 9 }, (_, i) => step('rule', 'rejected', `rule ${i} does not match`)),
          walk[3]!,
        ],
      }),
    ).toAnswer(request('POST', 'http://reviews.shop:9080/', { cookies: { a: 'b' }, from: outside }), 404),
  'denied.txt': () =>
    expect(
      always({
        explanation: [
          walk[1]!,
          step('security', 'rejected', 'AuthorizationPolicy shop/deny denies it', {
            object: { kind: 'AuthorizationPolicy', namespace: 'shop', name: 'deny', construct: 'shop/deny' },
            steps: [step('security', 'chosen', 'rule 0 matches', { at: 'spec.rules[0]' })],
          }),
        ],
        authorization: { allowed: false, status: 403, reason: 'AuthorizationPolicy shop/deny' },
        notModelled: [
          { object: { ...RULES, kind: 'EnvoyFilter', name: 'x' }, why: 'it could change any answer' },
        ],
      }),
    ).toRoute(JASON, { 'reviews v1': 100 }),
};

describe('a failure', () => {
  it.each(Object.entries(GOLDEN))('reads as %s', (file, expectation) => {
    expect(`${failureOf(expectation)}\n`).toBe(readFileSync(join(__dirname, 'golden', file), 'utf8'));
  });

  it('shows what was sent', () => {
    const sent = from({ namespace: 'shop', labels: { app: 'curl' } }).connect('tls://10.0.0.1:443', {
      sni: 'shop.example.com',
      sourceIp: '1.2.3.4',
      claims: { iss: 'me' },
      invalidToken: true,
    });
    expect(failureOf(() => expect(always()).toClose(sent))).toContain(
      'tls://10.0.0.1:443 (sni shop.example.com, sourceIp 1.2.3.4, claims {"iss":"me"}, an invalid token) from app=curl in shop',
    );
  });
});
