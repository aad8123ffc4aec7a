import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

it('tells about every file in dist/', () => {
  const readme = readFileSync(join(__dirname, 'README.md'), 'utf8');
  const stories = readdirSync(join(__dirname, '../dist')).map((file) => file.replace('.k8s.yaml', ''));
  expect(stories.filter((story) => !readme.includes(`\`${story}\``))).toEqual([]);
});
