import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render, review } from '../../lib/review';

const root = join(__dirname, '../..');

it('says of the example what the README shows', () => {
  const before = readFileSync(join(root, 'dist/bookinfo-canary.k8s.yaml'), 'utf8');
  const after = before
    .replace('weight: 90', 'weight: 75')
    .replace('weight: 10', 'weight: 25')
    .replace('    - name: canary\n', '    - name: canary\n      timeout: 2s\n');
  const [, shown] = /```text\n(Policy review[^]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))!;
  expect(render(review(before, after), 'text').startsWith(shown!.trimEnd())).toBe(true);
});
