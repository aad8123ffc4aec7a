import { findingsIn, wrongManifests } from './manifests';

/** The mistakes that matter most: each file is about the one with the number at its beginning. */
const all = wrongManifests('top40');

describe('the mistakes that matter most', () => {
  it('are forty', () => {
    const numbers = new Set(all.map(({ file }) => Number(file.slice(0, 2))));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });

  it.each(all)('$file: found, and nothing else', (one) => {
    expect(one.finds).not.toEqual([]);
    expect(findingsIn(one)).toEqual(one.finds);
  });
});
