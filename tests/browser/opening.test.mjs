// The opening: four steps on a first visit, by keyboard and by touch, left by anything that is moved.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { faults, suite } from './harness.mjs';

const test = suite(nodeTest);
const told = (page) => page.locator('[data-opening]');
const value = (page, key) => page.locator(`#${key}-exact`).inputValue();
const about = (page) => page.locator('[data-readout=level]').getAttribute('data-value').then(Number);

test('a first visit is told the argument, and it ends in the visitor’s hands', async ({ open }) => {
  const { page, record } = await open({ first: true });
  await told(page).waitFor();
  assert.ok((await about(page)) > 100.3, 'idle money pays');
  assert.equal(await page.locator('[data-part=tank][data-pointed]').count() > 0, true);
  await page.locator('[data-next]').click();
  assert.ok((await about(page)) < 100);
  await page.locator('[data-next]').click();
  assert.ok((await about(page)) < 99);
  assert.ok(Number(await page.locator('[data-duck=bitcoin]').first().getAttribute('data-change')) < -3);
  await page.locator('[data-next]').click();
  assert.ok(await page.locator('.lever-place[data-pointed] #dry').count());
  assert.ok(!page.url().includes('capex'), 'nothing of it is in the address');
  await page.locator('[data-next]').click();
  assert.equal(await told(page).count(), 0);
  assert.equal(await value(page, 'capex'), '1000');
  await page.waitForURL(/capex=1000/u);
  await page.keyboard.press('Control+z');
  assert.equal(await value(page, 'capex'), '725', 'one step back is the untouched start');
  // The second visit is not told it, but can ask for it.
  await page.waitForLoadState('networkidle');
  await page.goto(page.url().split('?')[0]);
  await page.waitForSelector('html[data-state=ready]', { state: 'attached' });
  assert.equal(await told(page).count(), 0);
  await page.locator('[data-show-me]').click();
  await told(page).waitFor();
  // What was on its way when the page was left is no fault.
  assert.deepEqual(faults({ ...record, failed: record.failed.filter((one) => !one.endsWith('ERR_ABORTED')) }), []);
});

test('it goes by keyboard, and Escape and Skip leave it', async ({ open }) => {
  const { page } = await open({ first: true });
  await told(page).waitFor();
  await page.locator('[data-next]').focus();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('Enter');
  await told(page).waitFor({ state: 'detached' });
  assert.equal(await value(page, 'capex'), '1000');
  await page.locator('[data-show-me]').click();
  await page.locator('[data-next]').focus();
  await page.keyboard.press('Escape');
  assert.equal(await told(page).count(), 0);
  const other = await open({ first: true });
  await other.page.locator('[data-skip]').click();
  assert.equal(await told(other.page).count(), 0);
  assert.equal(await about(other.page), 100);
  assert.equal(await value(other.page, 'capex'), '725');
});

test('it goes by touch on a phone', async ({ open }) => {
  const { page } = await open({ first: true, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  for (let i = 0; i < 4; i += 1) await page.locator('[data-next]').tap();
  assert.equal(await told(page).count(), 0);
  assert.ok(await page.locator('#dry').isVisible(), 'the dock shows the lever that is handed over');
});

test('whoever moves a lever leaves it, and goes on from their own setting', async ({ open }) => {
  const { page } = await open({ first: true });
  await told(page).waitFor();
  await page.locator('#tga').fill('300');
  await page.locator('#tga').dispatchEvent('change');
  assert.equal(await told(page).count(), 0);
  assert.deepEqual([await value(page, 'capex'), await value(page, 'tga')], ['725', '300']);
  // But the lever that is handed over goes on from what was shown.
  await page.locator('[data-show-me]').click();
  for (let i = 0; i < 3; i += 1) await page.locator('[data-next]').click();
  await page.locator('#dry').fill('1500');
  assert.deepEqual([await value(page, 'capex'), await value(page, 'dry')], ['1000', '1500']);
});

test('it never begins for a link with a setting, nor once anything was touched', async ({ open }) => {
  for (const query of ['?v=2&capex=900', '?scenario=hawk', '?embed=1', '?v=2&week=3']) {
    const { page, close } = await open({ first: true, query });
    assert.equal(await told(page).count(), 0, query);
    await close();
  }
  const { page } = await open({ first: true, query: '?lang=ru' });
  assert.equal(await told(page).count(), 1);
  const touched = await open({
    first: true,
    before: (page) => page.addInitScript(() => addEventListener('DOMContentLoaded', () => {
      document.documentElement.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    })),
  });
  assert.equal(await told(touched.page).count(), 0);
});

test('nothing of it moves by itself under reduced motion', async ({ open }) => {
  const { page } = await open({ first: true, reducedMotion: 'reduce' });
  await told(page).waitFor();
  // The waves are drawn once the draws of their height are made.
  await page.waitForTimeout(1500);
  const before = await page.locator('.tub-scene').first().innerHTML();
  await page.waitForTimeout(1500);
  assert.equal(await page.locator('.tub-scene').first().innerHTML(), before);
  assert.equal(await told(page).getAttribute('data-step'), '0');
});
