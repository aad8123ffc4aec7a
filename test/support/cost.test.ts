import { IN_PROPORTION, growth } from './cost';

function work(steps: number): number {
  let sum = 0;
  for (let i = 0; i < steps; i++) sum = (sum * 31 + i) % 1_000_003;
  return sum;
}

describe('growth', () => {
  it('tells work in proportion from work with the square', () => {
    expect(growth(10_000_000, (size) => work(size))).toBeLessThan(IN_PROPORTION);
    expect(growth(10_000, (size) => work(size * size))).toBeGreaterThan(IN_PROPORTION);
  }, 120_000);
});
