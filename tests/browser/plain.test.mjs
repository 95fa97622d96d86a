// Plain words: numbers of mechanisms lead to their sentence, what is chosen is in sight, and what
// has the focus keeps it.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { faults, suite } from './harness.mjs';

const test = suite(nodeTest);

const inSight = (one) => {
  const { top, bottom } = one.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};

test('a number of a mechanism on a card leads to its sentence', async ({ open }) => {
  const { page, record } = await open({ below: true, viewport: { width: 1440, height: 900 }, query: '?v=2&capex=900' });
  await page.locator('.part[data-part=bitcoin]:visible').click();
  const link = page.locator('#scene-card a[href="#m12"]');
  await link.click();
  const row = page.locator('#m12');
  assert.match(await row.innerText(), /^M12 Bitcoin moves first and most\.$/u);
  await page.waitForFunction(() => document.querySelector('#m12').getBoundingClientRect().top < innerHeight);
  assert.ok(await row.evaluate(inSight));
  const { search, hash } = new URL(page.url());
  assert.deepEqual([search, hash], ['?v=2&capex=900', '#m12'], 'the setting stays');
  assert.equal(await page.locator('#capex-exact').inputValue(), '900');
  assert.equal(await page.locator('.mechanisms li').count(), 31);
  const links = await page.locator('.gallery a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  assert.ok(links.length >= 31 && links.every((id) => /^#m([1-9]|[12][0-9]|3[01])$/u.test(id)), `${links}`);
  assert.deepEqual(faults(record), []);
});

test('an address may point to a mechanism', async ({ open }) => {
  const { page, record } = await open({ below: true, viewport: { width: 1440, height: 900 }, query: '#m31' });
  await page.waitForFunction(() => document.querySelector('.mechanisms').open);
  await page.waitForTimeout(300);
  assert.ok(await page.locator('#m31').evaluate(inSight));
  assert.deepEqual(faults(record), []);
});

test('the chosen scenario is in sight in its row, and the page stands still', async ({ open }) => {
  const { page } = await open({ viewport: { width: 390, height: 844 }, query: '?v=2&scenario=soft-landing' });
  const inRow = () =>
    page.locator('[data-scenario][aria-pressed=true]').evaluate((one) => {
      const [row, { left, right }] = [one.closest('ul').getBoundingClientRect(), one.getBoundingClientRect()];
      return left >= row.left - 1 && right <= row.right + 1;
    });
  const { page: other } = await open({ viewport: { width: 390, height: 844 } });
  assert.equal(await other.locator('.scenarios ul').evaluate((row) => row.scrollLeft), 0, 'not where none is chosen');
  await page.evaluate(() => document.querySelector('[data-scenario=late-help]').click());
  await page.waitForFunction(() => document.querySelector('[data-scenario=late-help]').ariaPressed === 'true');
  assert.ok(await inRow());
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.evaluate(() => document.querySelector('[data-scenario=abundance]').click());
  await page.waitForFunction(() => document.querySelector('[data-scenario=abundance]').ariaPressed === 'true');
  assert.ok(await inRow());
});

test('the slider of the week keeps the focus when time that plays comes', async ({ open }) => {
  const { page, record } = await open({
    // Before the part can come: it is held back until the slider has the focus.
    before: (page) =>
      page.addInitScript(() => {
        new MutationObserver((_, observer) => {
          const week = document.querySelector('.plain-week #week');
          if (!week || document.documentElement.dataset.state !== 'ready') return;
          observer.disconnect();
          week.focus();
        }).observe(document, { subtree: true, childList: true, attributes: true });
      }),
  });
  await page.waitForSelector('.player #week');
  await page.waitForFunction(() => document.activeElement?.id === 'week');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.locator('#week').inputValue(), '53');
  assert.deepEqual(faults(record), []);
});

for (const width of [1440, 1920]) {
  for (const language of ['en', 'ru', 'vi', 'zh-Hans', 'zh-Hant']) {
    test(`at ${width} px every tab of the slot is seen in ${language}`, async ({ open }) => {
      const { page } = await open({ viewport: { width, height: width * 9 / 16 }, query: `?lang=${language}` });
      await page.waitForFunction((language) => document.documentElement.lang === language, language);
      const cut = await page.locator('.tabs').evaluate((tabs) => {
        const box = tabs.getBoundingClientRect();
        const all = [...tabs.querySelectorAll('.tab')];
        return all.filter((tab) => {
          const { left, right } = tab.getBoundingClientRect();
          return left < box.left - 1 || right > box.right + 1 || tab.scrollWidth > tab.clientWidth + 1;
        }).length;
      });
      assert.equal(cut, 0);
      assert.equal(await page.locator('.tabs .tab').count(), 7);
    });
  }
}
