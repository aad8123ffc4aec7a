import assert from 'node:assert/strict';

const SLOWEST = { open: 6000, find: 1500, ask: 6000 };

/** How long it takes to open it, to find a host, and to ask. The limits are wide: CI is slow. */
export async function checkBig(visit, page) {
  const took = await visit(page, { viewport: { width: 1360, height: 900 } }, async (tab) => {
    const open = await tab.evaluate(() => performance.getEntriesByType('navigation')[0].duration);
    const find = await timed(tab, async () => {
      await tab.fill('#q', 'app-777');
      assert.equal(await tab.locator('#count').textContent(), '1 of 1000 hosts');
    });
    const ask = await timed(tab, async () => {
      await tab.click('[data-host="host-app-777.team-17.svc.cluster.local"] > .links a.ask');
      await tab.waitForFunction(() => /go to app-777/.test(document.querySelector('#answer').textContent));
    });
    return { open, find, ask };
  });
  for (const [what, most] of Object.entries(SLOWEST)) {
    assert.ok(took[what] < most, `${what} must take less than ${most} ms, got ${took[what]}`);
  }
  const times = Object.entries(took).map(([what, ms]) => `${what} ${Math.round(ms)} ms`);
  return `${(page.bytes / 1e6).toFixed(1)} MB, ${times.join(', ')}`;
}

async function timed(tab, action) {
  const start = Date.now();
  await action();
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return Date.now() - start;
}
