import { duration } from '../../lib/render/duration';

it.each([
  [0, '0s'],
  [1, '1ms'],
  [500, '500ms'],
  [7000, '7s'],
  [90_000, '1m30s'],
  [90_061_001, '25h1m1s1ms'],
])('%d ms are written as %s', (milliseconds, text) => {
  expect(duration(milliseconds)).toBe(text);
});
