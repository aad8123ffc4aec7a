import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KubeObject } from '../../../lib/manifest/document';
import { WEBHOOK_RULES } from '../../../lib/check/webhook';
import { idsOf } from './objects';

interface Case {
  readonly object: KubeObject;
  readonly ids: readonly string[];
}

const cases = readFileSync(join(__dirname, '../../truth/webhook/cases.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line, i): [string, Case] => {
    const one = JSON.parse(line) as Case;
    return [`${i + 1} ${one.object.kind} ${one.ids.join(' ') || 'accepted'}`, one];
  });

/** Their objects are too large to be kept. */
const LARGE = ['webhook-response-body-too-large', 'webhook-response-body-large'];

describe("what Istio's webhook said", () => {
  it.each(cases)('%s', (_, { object, ids }) => {
    expect(idsOf(object)).toEqual(ids);
  });

  it('is recorded for every rule', () => {
    const recorded = new Set([...LARGE, ...cases.flatMap(([, { ids }]) => ids)]);
    expect(WEBHOOK_RULES.map(({ id }) => id).filter((id) => !recorded.has(id))).toEqual([]);
  });
});
