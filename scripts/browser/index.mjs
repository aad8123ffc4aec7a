// npm run browser: opens pages of reviews in a real Chromium and does with them what readers do. With --install it asks
// Debian for a Chromium if there is none; without any it says so, and is content.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium, installChromium } from './chromium.mjs';
import { bigPage, makePages } from './pages.mjs';
import { checkAnswers } from './checks/answers.mjs';
import { checkBig } from './checks/big.mjs';
import { checkKeys } from './checks/keys.mjs';
import { checkLooks } from './checks/looks.mjs';
import { checkSearch } from './checks/search.mjs';

if (!findChromium() && process.argv.includes('--install')) installChromium();
const executablePath = findChromium();
if (!executablePath) {
  console.log('no Chromium is here, so pages are not tried: install one, or name it in CHROMIUM');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-mesh-browser-'));
// As root, as in containers, Chromium has no sandbox.
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const pages = makePages(folder);
  const visit = visitor(browser);
  await step('every page is quiet, accessible, and fits, in light and dark', () => checkLooks(visit, pages));
  await step('hosts are found, and linked to', () => checkSearch(visit, pages));
  await step('questions are answered as in Node', () => checkAnswers(visit, pages));
  await step('the keyboard is enough', () => checkKeys(visit, pages));
  await step('a page of 1,000 hosts stays usable', () => checkBig(visit, bigPage(folder)));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

/** Opens a page for an action. Anything that it loads, or complains about, is a failure. */
function visitor(of) {
  return async (page, options, action) => {
    const context = await of.newContext(options);
    const tab = await context.newPage();
    const trouble = [];
    tab.on('console', (message) => trouble.push(`it says ${message.text()}`));
    tab.on('pageerror', (error) => trouble.push(`it fails: ${error.message}`));
    tab.on('dialog', (dialog) => trouble.push(`it asks ${dialog.message()}`));
    tab.on('request', (request) => {
      if (request.url() !== page.url.split('#')[0]) trouble.push(`it loads ${request.url()}`);
    });
    try {
      await tab.goto(page.url);
      const result = await action(tab);
      if (trouble.length > 0) throw new Error(`${page.name} must be quiet, got: ${trouble.join('; ')}`);
      return result;
    } finally {
      await context.close();
    }
  };
}

async function step(name, action) {
  const start = Date.now();
  try {
    const more = await action();
    console.log(`ok: ${name}${more ? `: ${more}` : ''} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    console.error(`not ok: ${name}\n${error.stack}`);
    process.exitCode = 1;
  }
}
