// The engine comes when it is wanted, works off the page's thread where that can be had, and
// answers everywhere.
import assert from 'node:assert/strict';
import http from 'node:http';
import * as nodeTest from 'node:test';

import { faults, fetchBelow, settled, show, suite } from './harness.mjs';

const test = suite(nodeTest);
const FRESH = '[data-insight="fresh"]';

const named = (record, name) => record.fetched.filter((url) => url.includes(name));

async function lookAtReasons(page) {
  await fetchBelow(page);
  await show(page, 'why');
  await page.waitForSelector(FRESH, { timeout: 30_000 });
}

test('it is fetched when the reasons come into sight, and works in a worker', async ({ open }) => {
  const { page, record } = await open({ query: '?v=2&tga=300', viewport: { width: 1280, height: 700 } });
  await page.waitForTimeout(600);
  assert.deepEqual(named(record, 'bathtub-engine'), []);
  const worker = page.waitForEvent('worker');
  await lookAtReasons(page);
  assert.match((await worker).url(), /engine-/);
  assert.match(await page.locator('table.shares').first().innerText(), /Treasury account/);
  // 1,024 draws take the place of the first 64.
  await page.waitForFunction(() => !document.body.innerText.includes('first look'), null, { timeout: 60_000 });
  // Others take a part of the draws where cores are free; each has asked for the program once.
  const cores = await page.evaluate(() => navigator.hardwareConcurrency);
  const workers = page.workers();
  assert.equal(workers.length, Math.min(4, cores));
  for (const one of workers) assert.match(one.url(), /engine-/);
  assert.equal(named(record, 'bathtub-engine_bg').length, workers.length);
  assert.deepEqual(faults(record), []);
});

test('an embedded tub keeps to one worker', async ({ open }) => {
  // Its start comes out of the weekly table, and its past as well.
  const { page } = await open({ query: '?embed=1&v=2&start=2016-03-30&show=chart.level', ready: false });
  await page.waitForSelector('html[data-view=embed][data-state=ready]', { state: 'attached' });
  await page.waitForTimeout(1500);
  assert.equal(page.workers().length, 1);
});

test('the latest setting wins', async ({ open }) => {
  const { page } = await open({ query: '?v=2&tga=300' });
  await lookAtReasons(page);
  const slider = page.locator('#tga');
  for (const value of ['500', '600', '700']) await slider.fill(value);
  await page.waitForSelector('[data-insight="stale"]');
  await page.waitForSelector(FRESH, { timeout: 30_000 });
  const moved = await page.locator('table.shares tbody td').nth(1).textContent();
  await page.waitForURL(/tga=700/u);
  await page.reload();
  await settled(page);
  await lookAtReasons(page);
  assert.equal(await page.locator('table.shares tbody td').nth(1).textContent(), moved);
});

test('the books are opened and balance', async ({ open }) => {
  const { page } = await open({ below: true });
  await show(page, 'books');
  const books = page.locator('table[data-imbalance]');
  await books.waitFor();
  assert.ok(Number(await books.getAttribute('data-imbalance')) < 1e-9);
  assert.equal(await books.locator('tbody tr').count(), 14);
});

test('the reverse question has an answer that can be used', async ({ open }) => {
  const { page } = await open({ below: true, query: '?v=2&capex=1000' });
  await page.locator('.reverse button').click();
  const answer = page.locator('[data-answer]');
  await answer.waitFor();
  const value = Number(await answer.getAttribute('data-answer'));
  await page.locator('.reverse [role=status] button').click();
  assert.ok(Math.abs(Number(await page.locator('#tga-exact').inputValue()) - value) < 1e-6);
  const change = async (duck) => Number(await page.locator(`[data-duck=${duck}]`).getAttribute('data-change'));
  assert.ok(Math.abs(await change('bitcoin')) < 1e-3, `${await change('bitcoin')} %`);
  assert.ok(Math.abs(await change('memory')) > 0.1, 'the answer is one to this question');
  // Another question has no answer yet.
  await page.locator('#capex').fill('1100');
  await page.locator('#capex').dispatchEvent('change');
  await page.waitForSelector('.reasons[data-insight=fresh]', { timeout: 30_000 });
  await page.locator('.reverse button').first().click();
  await answer.waitFor();
  await page.locator('#reverse-series').selectOption('gold_pct');
  assert.equal(await answer.count(), 0);
});

test('a frame sandboxed to scripts has no worker and still gets its answers', async ({ browser, site }) => {
  // The frame's page is of no origin: it may fetch only what every origin may.
  const host = http.createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html');
    answer.end(`<iframe sandbox="allow-scripts" width="1000" height="700" src="${site.address}?v=2&tga=300"></iframe>`);
  });
  await new Promise((ready) => host.listen(0, '127.0.0.1', ready));
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${host.address().port}/`);
    const frame = page.frames()[1];
    await frame.waitForSelector('html[data-state="ready"]', { state: 'attached' });
    await fetchBelow(frame);
    await show(frame, 'why');
    await frame.waitForSelector(FRESH, { timeout: 60_000 });
    assert.equal(page.workers().length, 0);
    assert.match(await frame.locator('table.shares').first().innerText(), /Treasury account/);
  } finally {
    await context.close();
    host.close();
  }
});

test('without the engine the page says so and goes on', async ({ open }) => {
  const { page } = await open();
  await page.route('**/bathtub-engine*', (route) => route.abort());
  await fetchBelow(page);
  await show(page, 'why');
  await page.waitForSelector('.reasons > [role=status] [data-notice="engine"]');
  for (const [tab, place] of [['history', '.backtest'], ['next', '.reverse'], ['books', '[data-fold=books]']]) {
    await show(page, tab);
    if (tab === 'next') await page.locator('.reverse button').click();
    await page.locator(`${place} [data-notice="engine"]`).waitFor();
  }
  await page.locator('#capex').fill('1000');
  assert.equal(await page.locator('html').getAttribute('data-state'), 'ready');
  // The way is open again: the next question finds it.
  await page.unroute('**/bathtub-engine*');
  await page.locator('#capex').fill('900');
  await page.waitForFunction(() => !document.querySelector('.reasons > [role=status] [data-notice]'), null, { timeout: 30_000 });
});

/** A number as the page writes it. */
const written = (text) => Number(text.replace('\u2212', '-'));
const texts = (page, selector) => page.locator(selector).allInnerTexts();
const total = (parts) => parts.map(written).reduce((sum, part) => sum + part, 0);

test('the level’s move adds up by channel', async ({ open }) => {
  const { page, record } = await open({ query: '?v=2&capex=1200&tga=500&runoff=60', below: true });
  await show(page, 'why');
  await page.waitForSelector('[data-channel=ai_funding]', { timeout: 30_000 });
  const parts = await texts(page, '[data-channel] td:last-child');
  const level = Number(await page.locator('[data-readout=level]').getAttribute('data-value'));
  // Each part is rounded to hundredths, and what is smaller is left out.
  assert.ok(Math.abs(total(parts) - (level - 100)) < 0.05, `${parts} for ${level - 100}`);
  await show(page, 'ducks');
  await page.locator('[data-fold=ducks]').scrollIntoViewIfNeeded();
  await page.locator('[data-fold=ducks] tbody').waitFor();
  const row = await texts(page, '[data-fold=ducks] tbody tr:first-child td');
  assert.equal(row.length, 7);
  assert.ok(Math.abs(total(row.slice(0, -1)) - written(row.at(-1))) < 0.035, `${row}`);
  assert.deepEqual(faults(record), []);
});

test('a duck that is pointed at shows its move as a sum', async ({ open }) => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 740 }]) {
    const { page, record } = await open({ query: '?v=2&capex=1200&tga=500', viewport });
    await page.locator('.part[data-part=memory]').focus();
    await page.waitForSelector('.scene-card .sum');
    const row = await texts(page, '.scene-card .sum td');
    assert.ok(row.length >= 3, `${row}`);
    assert.ok(Math.abs(total(row.slice(0, -1)) - written(row.at(-1))) < 0.035, `${row}`);
    const change = Number(await page.locator('[data-duck=memory]').getAttribute('data-change'));
    assert.ok(Math.abs(written(row.at(-1)) - change) < 0.005);
    assert.deepEqual(faults(record), []);
  }
});

test('the backtest replays published balance sheets and shows its misses', async ({ open }) => {
  const { page, record } = await open({ below: true, viewport: { width: 1280, height: 900 } });
  await show(page, 'history');
  const table = page.locator('[data-backtest]');
  await table.waitFor({ timeout: 30_000 });
  const cell = (row, column) => table.locator('tbody tr').nth(row).locator('td').nth(column).innerText();
  const last = await cell(0, 0);
  // On the first day nothing has been predicted yet.
  await page.locator('#backtest-week').focus();
  await page.keyboard.press('Home');
  assert.equal(await cell(0, 2), '0');
  await page.keyboard.press('End');
  assert.equal(await cell(0, 0), last);
  await page.locator('#backtest-from').selectOption({ index: 0 });
  await page.waitForFunction((before) => document.querySelector('[data-backtest] tbody td').innerText !== before, last);
  assert.equal(await page.locator('.backtest canvas').count(), 3);
  assert.deepEqual(faults(record), []);
});

test('charts are painted once their program is there', async ({ open }) => {
  const { page, record } = await open({ viewport: { width: 1280, height: 700 } });
  assert.deepEqual(named(record, 'bathtub-chart'), []);
  await fetchBelow(page);
  await page.locator('#chart-duration').scrollIntoViewIfNeeded();
  await page.waitForFunction(() =>
    ['chart-level', 'chart-duration'].every((id) => {
      const canvas = document.getElementById(id);
      const empty = document.createElement('canvas');
      Object.assign(empty, { width: canvas.width, height: canvas.height });
      return canvas.toDataURL() !== empty.toDataURL();
    }),
  );
  assert.deepEqual(faults(record), []);
});
