import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What runs in the page, or gives it its looks. `npm run compile` makes them, and puts them into browser/. */
export type Asset = 'page.css' | 'page.js' | 'ask.js';

export function asset(name: Asset): string {
  return readFileSync(join(__dirname, 'browser', name), 'utf8');
}
