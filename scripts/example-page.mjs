// npm run page: writes the page of one story, for those who want to see what a review is like.
import { execFileSync } from 'node:child_process';

const story = 'online-boutique';
const out = `docs/review-of-${story}.html`;
const program = 'build/lib/cli/main.js';
const words = ['review', `dist/${story}.k8s.yaml`, '--format', 'html', '--out', out];
execFileSync(process.execPath, [program, ...words], { stdio: 'inherit' });
