import { readFileSync } from 'node:fs';
import { ruleReference } from '../../../lib/check/reference';

describe('docs/rules.md', () => {
  it('is what the rules say (else: npm run compile && node scripts/rules.mjs)', () => {
    expect(readFileSync('docs/rules.md', 'utf8') === ruleReference()).toBe(true);
  });
});
