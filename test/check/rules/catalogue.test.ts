import { CATALOGUE, RETIRED } from '../../../lib/check/catalogue';
import { MESH_RULES } from '../../../lib/check/rules/all';

const ids = CATALOGUE.map(({ id }) => id);

describe('the catalogue', () => {
  it('has every rule once', () => {
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('gives no id of a rule that is gone to another one', () => {
    expect(ids.filter((id) => RETIRED.includes(id))).toEqual([]);
  });

  it.each(CATALOGUE)(
    'says of $id what is wrong, why it matters, and what to do',
    ({ id, title, why, fix }) => {
      expect(id).toMatch(/^[a-z0-9]+([-/][a-z0-9]+)*$/);
      expect(title).toMatch(/^\S.*[^.]$/);
      expect(why).toMatch(/[.)]$/);
      expect(fix).toMatch(/[.)]$/);
    },
  );

  it('names codes of other tools as these do', () => {
    const codes = MESH_RULES.flatMap(({ upstream = [] }) => upstream);
    expect(codes.filter((code) => !/^(IST|KIA)\d{4}$/.test(code))).toEqual([]);
  });

  it.each(MESH_RULES)('has fixtures of $id that differ', ({ bad, good }) => {
    expect(bad).not.toBe(good);
  });
});
