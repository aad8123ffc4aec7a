import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const DESK = { width: 1360, height: 900 };
const TELEPHONE = { width: 360, height: 780 };

/** On a screen and a telephone, in light and dark, with an answer and an error; on paper, and without scripts. */
export async function checkLooks(visit, pages) {
  // Each in a tab of its own, at the same time.
  const tries = Object.values(pages).map(async (page) => {
    await onScreen(visit, page, DESK, 'light');
    await onScreen(visit, page, TELEPHONE, 'dark');
    await onPaper(visit, page);
    await withoutScripts(visit, page);
  });
  await Promise.all(tries);
  for (const page of [pages.description, pages.change]) {
    await onScreen(visit, page, DESK, 'dark');
    await onScreen(visit, page, TELEPHONE, 'light');
  }
  await chosenColours(visit, pages.description);
  return `${Object.keys(pages).length} pages`;
}

async function onScreen(visit, page, viewport, colorScheme) {
  const where = `${page.name}, ${viewport.width} px, ${colorScheme}`;
  await visit(page, { viewport, colorScheme }, async (tab) => {
    await ask(tab);
    await audit(tab, where);
    if (page.name !== 'description') return;
    await tab.fill('#ask-from', 'nobody knows');
    await ask(tab);
    await audit(tab, `${where}, refused`);
  });
}

async function ask(tab) {
  if ((await tab.inputValue('#ask-host')) === '') await tab.fill('#ask-host', 'a.example');
  await tab.click('#ask-form button[type=submit]');
  await tab.waitForFunction(() => document.querySelector('#answer').textContent !== '');
}

async function audit(tab, where) {
  const width = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(width <= 0, `${where} must not be wider than the window, got ${width} px more`);
  await tab.evaluate(axe);
  const { violations, passes } = await tab.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  const told = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  );
  assert.deepEqual(told, [], `${where} must be accessible`);
  assert.ok(
    passes.some(({ id }) => id === 'color-contrast'),
    'contrast must have been looked at',
  );
}

async function onPaper(visit, page) {
  await visit(page, {}, async (tab) => {
    await tab.emulateMedia({ colorScheme: 'light' });
    await tab.click('#theme'); // dark
    await tab.emulateMedia({ media: 'print' });
    for (const hidden of ['.top', '#ask', '#filter button']) {
      assert.equal(await tab.locator(hidden).first().isVisible(), false, `${hidden} must not be printed`);
    }
    const sections = await tab.locator('main > section:not(#ask)').all();
    for (const section of sections) assert.ok(await section.isVisible(), 'every section must be printed');
    const ground = await tab.evaluate(() => getComputedStyle(document.body).color);
    assert.equal(ground, 'rgb(26, 32, 41)', 'paper is light');
    assert.ok((await tab.pdf()).length > 1000);
  });
}

async function withoutScripts(visit, page) {
  await visit(page, { javaScriptEnabled: false }, async (tab) => {
    assert.equal(
      await tab.locator('#ask, #filter, #theme, a[href^="#ask"]').filter({ visible: true }).count(),
      0,
    );
    assert.equal(await tab.locator('main > section:not(#ask)').filter({ visible: false }).count(), 0);
    assert.match(await tab.locator('noscript').innerText(), /All that the review says is here/);
  });
}

async function chosenColours(visit, page) {
  await visit(page, { colorScheme: 'light' }, async (tab) => {
    const ground = () => tab.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await tab.click('#theme');
    const dark = await ground();
    assert.notEqual(dark, light);
    await tab.reload();
    assert.equal(await ground(), dark, 'the choice must be remembered');
    await tab.click('#theme');
    assert.equal(await ground(), light);
  });
}
