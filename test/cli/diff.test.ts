import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unifiedDiff } from '../../lib/cli/present/diff';

describe('a unified diff', () => {
  it('shows what differs, with its surroundings', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n';
    expect(unifiedDiff('k8s/a.yaml', before, before.replace('e\n', 'x\ny\n')).join('')).toBe(
      '--- a/k8s/a.yaml\n+++ b/k8s/a.yaml\n@@ -2,7 +2,8 @@\n b\n c\n d\n-e\n+x\n+y\n f\n g\n h\n',
    );
  });

  it('leaves out what stays between two lines that differ', () => {
    expect(unifiedDiff('a', 'one: 1\nspec:\n  two: 2\n', 'one: 3\nspec:\n  two: 4\n').join('')).toBe(
      '--- a/a\n+++ b/a\n@@ -1,3 +1,3 @@\n-one: 1\n+one: 3\n spec:\n-  two: 2\n+  two: 4\n',
    );
  });

  it('is empty where nothing differs', () => {
    expect(unifiedDiff('a', 'a\n', 'a\n')).toEqual([]);
  });

  it('leads from one text to the other', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cdk8s-mesh-diff-'));
    const text = fc
      .array(fc.constantFrom('a\n', 'b\n', '\n', 'c\r\n', ' d\n'), { maxLength: 30 })
      .chain((lines) => fc.constantFrom('', 'end').map((end) => lines.join('') + end));
    try {
      fc.assert(
        fc.property(text, text, (before, after) => {
          fc.pre(before !== after && before !== '' && after !== '');
          writeFileSync(join(folder, 'f'), before);
          execFileSync('git', ['apply', '--unidiff-zero', '-'], {
            cwd: folder,
            input: unifiedDiff('f', before, after).join(''),
            stdio: 'pipe',
          });
          expect(readFileSync(join(folder, 'f'), 'utf8')).toBe(after);
        }),
        { numRuns: 100 },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
