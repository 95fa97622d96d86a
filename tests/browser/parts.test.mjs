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
