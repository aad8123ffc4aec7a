// npm run page: writes the page of one story, for those who want to see what a review is like. It is made of the app, so
// that statements name constructs.
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { App } from 'cdk8s';

const require = createRequire(import.meta.url);
const { OnlineBoutiqueStory } = require('../build/examples/stories/online-boutique');
const { render, review } = require('../build/lib/review');
const { judge } = require('../build/lib/verdict/judge');

const app = new App();
new OnlineBoutiqueStory(app);
const made = review(app, undefined, { check: (manifests) => judge(manifests, {}) });
writeFileSync('docs/review-of-online-boutique.html', render(made, 'html', { manifests: app }));
