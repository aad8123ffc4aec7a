import { WEBHOOK_RULES } from '../../../lib/check/webhook';
import { exampleObject } from '../../../lib/check/webhook/example-object';
import type { WebhookRule } from '../../../lib/check/webhook/rule';
import { idsOf, judge } from './objects';

const rules = WEBHOOK_RULES.map((rule): [string, WebhookRule] => [rule.id, rule]);

describe('rules of the webhook', () => {
  it('have ids of their own', () => {
    expect(new Set(rules.map(([id]) => id)).size).toBe(rules.length);
  });

  it.each(rules)('%s says what is wrong, why and what to do', (id, { title, why, fix }) => {
    expect(id).toMatch(/^webhook(-[a-z0-9]+)+$/);
    expect(title).toMatch(/^[A-Za-z0-9_].*[^.]$/s);
    for (const sentence of [why, fix]) expect(sentence).toMatch(/^["\dA-Z_a-z{].*\.$/s);
  });

  it.each(rules)('%s finds what is wrong', (id, { bad, severity }) => {
    const found = judge(exampleObject(bad)).filter((finding) => finding.id === id);
    expect(found).not.toEqual([]);
    for (const finding of found) expect(finding.severity).toBe(severity);
  });

  it.each(rules)('%s is content with its good example', (id, { good }) => {
    expect(idsOf(exampleObject(good))).not.toContain(id);
  });

  it.each(rules)('%s has a good example that is accepted', (_, { good }) => {
    const errors = judge(exampleObject(good)).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });
});
