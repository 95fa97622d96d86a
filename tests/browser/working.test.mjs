// Working with a setting: compare, replay, see and take back what was changed, fewer sliders.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { faults, fetchBelow, settled, suite } from './harness.mjs';

const test = suite(nodeTest);
const level = (page) => page.locator('[data-readout=level]').getAttribute('data-value').then(Number);
const note = (page) => page.locator('.readout:has([data-readout=level]) .readout-note').textContent();
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

test('a pinned setting is what later ones are compared with', async ({ open }) => {
  const { page, record } = await open({ query: '?v=2&tga=300' });
  const before = await level(page);
  assert.match(await note(page), /against nothing changed/u);
  await press(page, 'Pin');
  assert.equal(await note(page), 'as pinned');
  await page.locator('#tga').fill('700');
  const change = (await level(page)) - before;
  const shown = Number.parseFloat((await note(page)).replace('−', '-'));
  assert.ok(Math.abs(shown - change) <= 0.05, `${shown} for ${change}`);
  assert.match(await note(page), /against the pin/u);
  assert.match(await page.locator('.scene-headline').textContent(), /worse than pinned/u);
  await fetchBelow(page);
  assert.match(await page.locator('.charts .legend').first().textContent(), /the pin/u);
  await press(page, 'Unpin');
  assert.match(await note(page), /against nothing changed/u);
  assert.deepEqual(faults(record), []);
});

test('the last change is shown again and nothing comes of it', async ({ open }) => {
  const { page } = await open();
  const before = await level(page);
  await page.locator('#tga').fill('700');
  await page.locator('#tga').dispatchEvent('change');
  const after = await level(page);
  assert.notEqual(before, after);
  await page.waitForURL(/tga=700/u);
  await press(page, 'Replay');
  assert.equal(await level(page), before);
  assert.match(page.url(), /tga=700/u, 'the address stays');
  await page.waitForFunction((value) => Number(document.querySelector('[data-readout=level]').dataset.value) === value, after);
  await press(page, 'Replay');
  await page.locator('#rate').fill('100');
  assert.equal(await page.locator('#tga').inputValue(), '700', 'an action ends the replay');
});

test('what was changed is listed, and levers and assumptions are reset apart', async ({ open }) => {
  const { page } = await open({ query: '?v=2&tga=300&dry_scale=900&saving_share=0.45' });
  await page.locator('.changed > summary').click();
  // A browser tells of an unfolding later.
  await page.locator('.changed li').nth(2).waitFor();
  assert.equal(await page.locator('.changed li').count(), 3);
  await press(page, 'Reset the assumptions');
  assert.deepEqual(await page.locator('.changed li').count(), 1);
  assert.equal(await page.locator('#tga').inputValue(), '300');
  await page.locator('.changed li button').click();
  assert.equal(await page.locator('.changed > summary').textContent(), 'Nothing changed');
  await press(page, 'Undo');
  assert.equal(await page.locator('#tga').inputValue(), '300');
});

test('the simple view has four sliders, is kept, and hides nothing that was changed', async ({ open, site }) => {
  const { page } = await open({ query: '?v=2&dry=0' });
  const before = await level(page);
  await press(page, 'Show four sliders only');
  assert.equal(await page.locator('.levers input[type=range]').count(), 4);
  assert.equal(await page.locator('.group-fold').count(), 0);
  assert.equal(await level(page), before, 'what is not shown still counts');
  assert.match(await page.locator('.changed > summary').textContent(), /1 value changed/u);
  await page.goto(site.address);
  await settled(page);
  assert.equal(await page.locator('.levers input[type=range]').count(), 4);
  await press(page, 'Show every lever and assumption');
  assert.equal(await page.locator('.levers input[type=range]').count(), 5);
});

test('waves and marks say how uncertain the level is and where stages began', async ({ open }) => {
  const { page } = await open({ query: '?v=2&start=2026-10-07&runoff=40&tga=300', viewport: { width: 1280, height: 800 } });
  assert.equal(await page.locator('.tub-scene .began').count(), 2, 'tight and depleted');
  await page.locator('.part[data-part=water]').focus();
  const card = page.locator('.scene-card');
  await card.getByText(/8 draws of the assumptions lie within ±\d/u).waitFor();
  const swell = await page.locator('.deep [transform^="scale(1 "]').first().getAttribute('transform');
  assert.ok(Number(swell.match(/scale\(1 (.*)\)/u)[1]) > 1, swell);
});

test('what no experience covers is said', async ({ open }) => {
  const { page } = await open();
  assert.equal(await page.locator('[data-caution]').count(), 0);
  await page.locator('#runoff').fill('120');
  assert.match(await page.locator('[data-caution=runoff]').textContent(), /beyond \+\$95bn/u);
});
