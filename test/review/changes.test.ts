import { isWithoutEffect, render, review } from '../../lib/review';
import { CASES } from './support/cases';
import { expectGolden } from './support/golden';

/** What the files say is what a reviewer reads: they are looked at, not only written. */
describe('the review of a change', () => {
  it.each(Object.keys(CASES))('%s', (name) => {
    const { before, after } = CASES[name]!;
    expectGolden(`changes/${name}.txt`, render(review(before, after), 'text'));
  });

  it.each(Object.keys(CASES).filter((name) => /renamed|without-effect|switched$/.test(name)))(
    '%s is no change for any request',
    (name) => {
      const { before, after } = CASES[name]!;
      expect(isWithoutEffect(review(before, after))).toBe(true);
    },
  );

  it.each(Object.keys(CASES))('%s does nothing if it is not made', (name) => {
    const { before, after } = CASES[name]!;
    expect(isWithoutEffect(review(before, [...before]))).toBe(true);
    expect(isWithoutEffect(review(after, [...after]))).toBe(true);
  });
});
