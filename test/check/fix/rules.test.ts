import { check } from '../../../lib/check/check';
import { CATALOGUE } from '../../../lib/check/catalogue';
import { fix } from '../../../lib/check/fix';
import { MESH_RULES } from '../../../lib/check/rules/all';
import { SAMPLES } from './samples';

const FIXABLE = new Set(CATALOGUE.filter(({ isFixable }) => isFixable).map(({ id }) => id));

const NAMED = SAMPLES.map((one, i) => [`${one.id} ${i}`, one] as const);

describe('a rule that says that it is fixable', () => {
  it.each([...FIXABLE])('is: %s', (id) => {
    expect(SAMPLES.map((sample) => sample.id)).toContain(id);
  });

  it.each(NAMED)('%s', (_, { id, before, after, options = {} }) => {
    const errors = (text: string): number =>
      check(text, options).findings.filter(({ severity }) => severity === 'error').length;
    expect(check(before, options).findings.map((finding) => finding.id)).toContain(id);
    const { text, applied, refused, findings } = fix(before, options);
    expect(text).toBe(after);
    expect(applied.map(({ finding }) => finding.id)).toContain(id);
    expect(refused).toEqual([]);
    expect(findings.map((finding) => finding.id)).not.toContain(id);
    expect(errors(after)).toBeLessThanOrEqual(errors(before));
    expect(fix(after, options).text).toBe(after);
  });
});

it.each(MESH_RULES)('nobody offers edits who does not say so: $id', ({ bad, good }) => {
  for (const text of [bad, good])
    for (const { id, edits } of check(text).findings) if (edits) expect(FIXABLE).toContain(id);
});
