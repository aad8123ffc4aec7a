import { positionOf } from '../../lib/manifest/position';
import { readText } from '../../lib/manifest/read';

const configMap = (i: number): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c${i}}\n`;

describe('a text with many documents', () => {
  it('that cannot be read is left at some point, and says so', () => {
    const { unreadable, documents } = readText('---\na: 1\n'.repeat(10_050) + `---\n${configMap(1)}`);
    expect(documents).toEqual([]);
    expect(unreadable).toHaveLength(10_001);
    expect(unreadable.at(-1)).toMatchObject({
      message:
        'a file must have at most 10000 documents that cannot be read, got more; what begins here is left out',
      origin: { index: 10_000 },
    });
  });

  it('of which some cannot be read is read to its end', () => {
    const text = Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? 'a: 1\n' : configMap(i))).join('---\n');
    const { unreadable, documents } = readText(text);
    expect([unreadable.length, documents.length]).toEqual([100, 200]);
  });

  it('knows the places of all objects of a long list', () => {
    const items = Array.from({ length: 3000 }, (_, i) => `- ${configMap(i).trim().replace(/\n/g, '\n  ')}\n`);
    const { documents } = readText(`apiVersion: v1\nkind: List\nitems:\n${items.join('')}`);
    const lines = documents.map(({ origin }) => positionOf(origin, ['metadata', 'name'])?.line);
    expect(lines).toEqual(items.map((_, i) => 6 + 3 * i));
  });
});
