import { positionOf } from '../../lib/manifest/position';
import { readText } from '../../lib/manifest/read';

const TEXT = `# a comment
apiVersion: v1
kind: Service
metadata: {name: a}
spec:
  ports:
  - name: http
    port: 80
---
apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Service
  metadata: {name: b}
  spec: {ports: [{port: 1}]}
`;

describe('positions', () => {
  const [a, b] = readText(TEXT, 'a.yaml').documents;

  it.each([
    [[], 2, 1],
    [['spec', 'ports', 0, 'port'], 8, 5],
    [['spec', 'ports', 0], 7, 5],
    [['spec', 'nothing', 'at', 'all'], 5, 1],
  ])('finds %j', (path, line, column) => {
    expect(positionOf(a!.origin, path)).toEqual({ line, column });
  });

  it('looks into lists', () => {
    expect(b!.origin).toMatchObject({ file: 'a.yaml', index: 1, within: 'items[0]' });
    expect(positionOf(b!.origin)).toEqual({ line: 13, column: 3 });
    expect(positionOf(b!.origin, ['spec', 'ports', 0, 'port'])).toEqual({ line: 16, column: 19 });
  });

  it.each([
    ['an alias', ['b', 0], 4, 5],
    ['what an alias repeats', ['b', 0, 'x'], 4, 5],
    ['a null', ['c', 1], 5, 8],
  ])('finds %s where it is used', (_, path, line, column) => {
    const text = 'kind: A\na: &one\n  x: 1\nb: [*one]\nc: [1, ~]\nd:\n-\n';
    const origin = readText(`apiVersion: v1\nmetadata: {name: a}\n${text}`, 'a.yaml').documents[0]!.origin;
    expect(positionOf(origin, path)).toEqual({ line: line + 2, column });
  });

  it('finds the list of an element that is not written', () => {
    const text = 'apiVersion: v1\nkind: A\nmetadata: {name: a}\nd:\n-\n';
    expect(positionOf(readText(text).documents[0]!.origin, ['d', 0])).toEqual({ line: 5, column: 1 });
  });

  it('knows none for what no text says', () => {
    expect(positionOf({ index: 0 })).toBeUndefined();
  });
});
