// Fingers and cards: a swipe scrolls and changes nothing; a card goes when one is done with it, and
// covers no duck that it does not describe.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { suite } from './harness.mjs';

const test = suite(nodeTest);
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const card = (page) => page.locator('#scene-card:not([hidden])');

/** A finger that goes from one point to another. */
async function swipe(page, from, to) {
  const client = await page.context().newCDPSession(page);
  const point = (share) => [{ x: from[0] + (to[0] - from[0]) * share, y: from[1] + (to[1] - from[1]) * share }];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(0) });
  for (let i = 1; i <= 10; i += 1) {
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(i / 10) });
    await page.waitForTimeout(16);
  }
  await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(300);
}

const box = (page, id) =>
  page.evaluate((id) => {
    const { left, top, width, height } = document.getElementById(id).getBoundingClientRect();
    return { left, top, width, height };
  }, id);

test('a swipe up that begins on a slider scrolls and changes nothing', async ({ open }) => {
  const { page } = await open({ ...PHONE, below: true });
  for (const lever of ['capex', 'tga', 'runoff', 'rate', 'dry']) {
    await page.locator(`[data-dock=${lever}]`).tap();
    const before = await page.locator(`#${lever}-exact`).inputValue();
    for (const share of [0.1, 0.5, 0.9]) {
      const { left, top, width, height } = await box(page, lever);
      const at = [left + width * share, top + height / 2];
      const scrolled = await page.evaluate(() => scrollY);
      await swipe(page, at, [at[0] + 5, at[1] - 220]);
      assert.equal(await page.locator(`#${lever}-exact`).inputValue(), before, `${lever} at ${share}`);
      assert.equal(await page.locator(`#${lever}`).inputValue(), before);
      assert.ok((await page.evaluate(() => scrollY)) > scrolled, 'the page is scrolled');
    }
    await page.evaluate(() => scrollTo(0, 0));
  }
  assert.ok(!page.url().includes('tga='), page.url());
});

test('a finger along a slider moves it, and a tap sets it', async ({ open }) => {
  const { page } = await open(PHONE);
  const { left, top, width, height } = await box(page, 'capex');
  await swipe(page, [left + width / 2, top + height / 2], [left + width * 0.8, top + height / 2 + 6]);
  const value = Number(await page.locator('#capex-exact').inputValue());
  assert.ok(value > 1000, `${value}`);
  await page.touchscreen.tap(left + width * 0.25, top + height / 2);
  await page.waitForFunction(() => Number(document.getElementById('capex-exact').value) < 500);
  await page.waitForURL(/capex=/u);
});

test('a card is asked for by a press and goes by its button, by a tap elsewhere, by Escape and by a lever', async ({ open }) => {
  for (const more of [PHONE, { viewport: { width: 1280, height: 720 } }, { viewport: { width: 1920, height: 1080 } }]) {
    const { page, close } = await open({ ...more, below: true, query: '?v=2&capex=1200&dry=0' });
    const ask = async () => {
      await page.locator('.part[data-part=bitcoin]:visible').click({ force: true });
      await card(page).waitFor();
    };
    await page.mouse.move(200, 300);
    assert.equal(await card(page).count(), 0, 'no card by passing over it');
    await ask();
    await page.locator('#scene-card [data-close]').click();
    await card(page).waitFor({ state: 'detached' });
    await ask();
    await page.locator('[data-readout=level]').click();
    await card(page).waitFor({ state: 'detached' });
    await ask();
    await page.keyboard.press('Escape');
    await card(page).waitFor({ state: 'detached' });
    await ask();
    await page.locator('#capex').fill('900');
    await card(page).waitFor({ state: 'detached' });
    await close();
  }
});

test('a card that is open stays in the window when that gets narrow', async ({ open }) => {
  const { page } = await open({ below: true, viewport: { width: 1280, height: 800 } });
  await page.locator('.part[data-part=bitcoin]:visible').click({ force: true });
  await card(page).waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForFunction(() => document.getElementById('scene-card').getBoundingClientRect().right <= innerWidth);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});

test('a card covers no duck that it does not describe', async ({ open }) => {
  for (const more of [PHONE, { viewport: { width: 1280, height: 720 } }, { viewport: { width: 1920, height: 1080 } }]) {
    const { page, close } = await open({ ...more, below: true, reducedMotion: 'reduce', query: '?v=2&capex=1000&shock=12&dry=0' });
    const parts = await page.locator('.part[data-part]:visible').evaluateAll((all) => all.map((one) => one.dataset.part));
    assert.ok(parts.length > 20, `${parts}`);
    for (const part of parts) {
      await page.locator(`.part[data-part=${part}]:visible`).first().focus();
      await page.waitForFunction((part) => document.querySelector('#scene-card').dataset.about === part, part);
      await page.waitForTimeout(60);
      const covered = await page.evaluate((part) => {
        const card = document.getElementById('scene-card').getBoundingClientRect();
        return [...document.querySelectorAll('.tub-scene [data-duck]')]
          .filter((duck) => duck.dataset.duck !== part)
          .filter((duck) => {
            const { left, right, top, bottom, width } = duck.getBoundingClientRect();
            return width > 0 && left < card.right - 1 && right > card.left + 1 && top < card.bottom - 1 && bottom > card.top + 1;
          })
          .map((duck) => duck.dataset.duck);
      }, part);
      assert.deepEqual(covered, [], `${part} at ${more.viewport.width}`);
    }
    await close();
  }
});
