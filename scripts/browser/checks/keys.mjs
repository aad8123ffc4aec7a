import assert from 'node:assert/strict';

/** From the top of the page to an answer, without a mouse; and one always sees where one is. */
export async function checkKeys(visit, { description }) {
  await visit(description, { viewport: { width: 1360, height: 900 } }, async (tab) => {
    await tab.keyboard.press('Tab');
    assert.equal(await focused(tab), 'Skip to the review');
    assert.ok((await tab.locator('.skip').boundingBox()).x >= 0, 'the way to the review must show');
    await tab.keyboard.press('Enter');
    assert.equal(await tab.evaluate(() => document.activeElement.id), 'main');

    await tab.keyboard.press('/');
    assert.equal(await tab.evaluate(() => document.activeElement.id), 'q');
    await tab.keyboard.type('frontend brand');
    await tab.keyboard.press('Enter');
    await tab.waitForFunction(() => location.hash.startsWith('#host-'));

    await tab.evaluate(() => document.querySelector('#ask-path').focus());
    await tab.keyboard.press('End');
    await tab.keyboard.type('cart');
    await tab.keyboard.press('Enter');
    await tab.waitForFunction(() => /go to frontend/.test(document.querySelector('#answer').textContent));
    assert.match(await tab.evaluate(() => location.hash), /^#ask\?.*path=%2Fcart/);

    await tab.fill('#ask-host', 'http://adservice.online-boutique:9555/ads?x=1');
    for (const [name, text] of Object.entries({
      host: 'adservice.online-boutique',
      port: '9555',
      path: '/ads?x=1',
    })) {
      assert.equal(await tab.inputValue(`#ask-${name}`), text, 'a URL is taken apart');
    }

    await tab.evaluate(() => document.activeElement.blur());
    for (let i = 0; i < 40; i++) {
      await tab.keyboard.press('Tab');
      const where = await tab.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
        return {
          tag: document.activeElement.tagName,
          seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
        };
      });
      assert.ok(where.seen || where.tag === 'BODY', `one must see where one is, got ${where.tag}`);
    }
  });
}

function focused(tab) {
  return tab.evaluate(() => document.activeElement.textContent);
}
