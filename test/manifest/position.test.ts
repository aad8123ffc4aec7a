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

  it('knows none for what no text says', () => {
    expect(positionOf({ index: 0 })).toBeUndefined();
  });
});
