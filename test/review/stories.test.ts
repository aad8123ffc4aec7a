import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { render, review } from '../../lib/review';
import { expectGolden } from './support/golden';

const DIST = join(__dirname, '../../dist');

/** Stories whose objects are in two files are reviewed together. */
const stories = new Map<string, string[]>();
for (const file of readdirSync(DIST).sort()) {
  const story = file.replace('.k8s.yaml', '').replace('two-teams-one-host-resilience', 'two-teams-one-host');
  stories.set(story, [...(stories.get(story) ?? []), join(DIST, file)]);
}

describe('the review of a story', () => {
  it.each([...stories])('%s', (story, files) => {
    expectGolden(`stories/${story}.txt`, render(review(files), 'text'));
  });

  it('is in docs/ as GitHub shows it', () => {
    const page = render(review(stories.get('online-boutique')!), 'markdown');
    expectGolden('../../docs/review-of-online-boutique.md', page);
  });
});
