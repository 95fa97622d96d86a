// The part of the program that stands below the picture: fetched when it is wanted, missed
// without harm.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { faults, fetchBelow, suite } from './harness.mjs';

const test = suite(nodeTest);
const PART = /liquidity-bathtub-split_below-[0-9a-f]+\.wasm/u;
const parts = (record) => record.fetched.filter((url) => PART.test(url));

test('the picture does not wait for what stands below it', async ({ open }) => {
  const { page, record } = await open();
  await page.locator('#capex').fill('900');
  assert.deepEqual(parts(record), []);
  await fetchBelow(page);
  assert.equal(parts(record).length, 1);
  // It shares the state of the page.
  const level = await page.locator('[data-readout=level]').getAttribute('data-value');
  assert.ok(Number(level) < 100);
  await page.locator('[data-preset]').first().click();
  assert.notEqual(await page.locator('[data-readout=level]').getAttribute('data-value'), level);
  assert.deepEqual(faults(record), []);
});

test('the keyboard reaches it', async ({ open }) => {
  const { page } = await open();
  await page.locator('.turn-view').focus();
  await fetchBelow(page);
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.activeElement.closest('[data-slot]')));
});

test('where it cannot be had the page says so, goes on, and tries again', async ({ open }) => {
  const { page } = await open({ before: (page) => page.route(PART, (route) => route.abort()) });
  await page.waitForSelector('[data-notice="below"]');
  await page.locator('#capex').fill('900');
  assert.equal(await page.locator('html').getAttribute('data-state'), 'ready');
  // The first way back fails as well; only then is the way open again.
  const failed = page.waitForEvent('requestfailed');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await failed;
  await page.waitForTimeout(300);
  await page.waitForSelector('[data-notice="below"]');
  await page.unroute(PART);
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.waitForSelector('#below[data-program="here"]');
  assert.equal(await page.locator('html').getAttribute('data-state'), 'ready');
});

/** Whether something is drawn on the first chart of the slot. */
const painted = () => {
  const canvas = document.querySelector('.slot-body canvas');
  return canvas?.width > 0 && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte);
};

for (const [what, body] of [
  ['a page', '<!DOCTYPE html><title>Sign in</title>'],
  ['nothing', ''],
  ['a part of it', Buffer.from([0, 97, 115, 109, 1, 0, 0, 0, 1, 5])],
]) {
  test(`${what} in the place of a program is asked for again, past what the browser keeps`, async ({ open }) => {
    const asked = [];
    const headers = { 'cache-control': 'public, max-age=31536000, immutable' };
    const { page } = await open({
      before: (page) =>
        page.route(/split_below.*\.wasm|bathtub-chart_bg.*\.wasm/u, (route) => {
          const url = route.request().url();
          asked.push(url);
          return url.includes('again') ? route.continue() : route.fulfill({ status: 200, headers, body });
        }),
    });
    await fetchBelow(page);
    await page.waitForFunction(painted);
    assert.equal(await page.locator('[data-notice]').count(), 0);
    assert.equal(asked.filter((url) => url.endsWith('?again=1')).length, 2, asked.join('\n'));
  });
}

test('what is late is said, and asked for again', async ({ open }) => {
  let stalled = true;
  const { page } = await open({
    before: (page) => page.route(PART, (route) => (stalled ? undefined : route.continue())),
  });
  const late = page.locator('#late');
  assert.ok(!(await late.isVisible()));
  await late.waitFor({ timeout: 15_000 });
  assert.match(await late.innerText(), /still on its way/u);
  stalled = false;
  await page.locator('[data-hurry]').click();
  await fetchBelow(page);
  await late.waitFor({ state: 'hidden' });
});

test('what the engine waits for is said too', async ({ open }) => {
  let stalled = true;
  const { page } = await open({
    below: true,
    before: (page) => page.context().route(/bathtub-engine_bg/u, (route) => (stalled ? undefined : route.continue())),
  });
  await page.locator('[data-tab=why]').click();
  await page.locator('#late').waitFor({ timeout: 15_000 });
  stalled = false;
  await page.locator('[data-hurry]').click();
  await page.locator('#late').waitFor({ state: 'hidden' });
  await page.waitForSelector('[data-insight="fresh"]', { state: 'attached' });
});
