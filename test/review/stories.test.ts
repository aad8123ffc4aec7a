import { App, type Chart } from 'cdk8s';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAll } from '../../examples/stories/all';
import { render, review } from '../../lib/review';
import { expectGolden } from './support/golden';

const DIST = join(__dirname, '../../dist');

/** The charts of each story: those of two teams are reviewed together. */
function tellAll(): ReadonlyMap<string, readonly Chart[]> {
  const outdir = mkdtempSync(join(tmpdir(), 'stories-'));
  try {
    const app = new App({ outdir });
    addAll(app);
    app.synth();
    const stories = new Map<string, readonly Chart[]>();
    for (const chart of app.charts) {
      const story = chart.node.id.replace(/-resilience$/, '');
      stories.set(story, [...(stories.get(story) ?? []), chart]);
    }
    return stories;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

const stories = tellAll();
const withoutConstructs = (text: string): string => text.replace(/ \([\w-]+\/[^()\]]*\)(?=[\],])/g, '');

/** Made of the apps, so that each statement names the construct behind it. */
describe('the review of a story', () => {
  it.each([...stories])('%s', (story, charts) => {
    expectGolden(`stories/${story}.txt`, render(review(charts), 'text'));
  });

  it.each([...stories])('%s says of dist/ what it says of the app', (_, charts) => {
    const files = charts.map(({ node }) => join(DIST, `${node.id}.k8s.yaml`));
    expect(render(review(files), 'text')).toBe(withoutConstructs(render(review(charts), 'text')));
  });

  it('is in docs/ as GitHub shows it', () => {
    const page = render(review(stories.get('online-boutique')!), 'markdown');
    expectGolden('../../docs/review-of-online-boutique.md', page);
  });
});
