import assert from 'node:assert/strict';

/** Search, filters, counts and links to hosts. */
export async function checkSearch(visit, { description, change }) {
  await visit(description, {}, async (tab) => {
    const hosts = description.review.hosts.length;
    assert.equal(await count(tab), `${hosts} hosts`);
    await tab.fill('#q', 'Brand=v1 workloads');
    assert.equal(await count(tab), `1 of ${hosts} hosts`);
    assert.deepEqual(await shown(tab), ['host-frontend.online-boutique.svc.cluster.local']);
    assert.equal(await tab.locator('[data-for]').filter({ visible: true }).count(), 1);
    await tab.fill('#q', 'nothing like it');
    assert.equal(await count(tab), `None of ${hosts} hosts`);
    await tab.evaluate(() => (location.hash = 'host-adservice.online-boutique.svc.cluster.local'));
    await tab.waitForFunction(() => document.querySelector('#q').value === '');
    await inView(tab, '#host-adservice\\.online-boutique\\.svc\\.cluster\\.local');
    await tab.selectOption('#namespace', '');
    assert.equal(
      (await shown(tab)).every((id) => /google/.test(id)),
      true,
    );
    await tab.click('#clear');
    await tab.waitForFunction((all) => document.querySelector('#count').value === all, `${hosts} hosts`);
  });
  await visit(
    { ...description, url: `${description.url}#host-redis-cart.online-boutique.svc.cluster.local` },
    {},
    (tab) => inView(tab, '#host-redis-cart\\.online-boutique\\.svc\\.cluster\\.local'),
  );
  // A link that was cut off names nothing, and does no harm.
  await visit({ ...description, url: `${description.url}#%E0%A4%A` }, {}, async (tab) => {
    assert.equal(await count(tab), `${description.review.hosts.length} hosts`);
  });
  await visit(change, {}, async (tab) => {
    const host = 'host-reviews.bookinfo-canary.svc.cluster.local';
    await tab.locator('.risks .where a').first().click();
    assert.equal(await tab.evaluate(() => location.hash), `#${host}`);
    await inView(tab, `#${host.replaceAll('.', '\\.')}`);
    await tab.goBack();
    await tab.check('#changed');
    assert.deepEqual(await shown(tab), ['host-reviews.bookinfo-canary.svc.cluster.local']);
    assert.equal(await count(tab), '1 of 5 hosts');
    await tab.selectOption('#risk', 'high');
    assert.deepEqual(await shown(tab), []);
  });
}

function count(tab) {
  return tab.locator('#count').textContent();
}

function shown(tab) {
  return tab
    .locator('[data-host]')
    .filter({ visible: true })
    .evaluateAll((all) => [...new Set(all.map((one) => one.dataset.host))]);
}

async function inView(tab, selector) {
  await tab.waitForFunction((id) => {
    const { top, bottom } = document.querySelector(id).getBoundingClientRect();
    return top >= 0 && top < innerHeight && bottom > 0;
  }, selector);
}
