import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Asset } from '../../../../lib/review/page/assets';

const ROOT = join(__dirname, '../../../..');
const made = new Map<Asset, string>();

/** What the page has from `npm run compile`, made of the sources as they are. */
export function asset(name: Asset): string {
  if (made.size === 0) bundle();
  return made.get(name)!;
}

function bundle(): void {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  try {
    execFileSync(process.execPath, [join(ROOT, 'scripts/page.mjs'), folder]);
    for (const name of ['page.css', 'page.js', 'ask.js'] as const) {
      made.set(name, readFileSync(join(folder, name), 'utf8'));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
