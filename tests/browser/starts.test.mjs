// Starts out of the weekly table, and the year before a start in the charts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as nodeTest from 'node:test';

import { faults, root, suite } from './harness.mjs';

const test = suite(nodeTest);
const begin = async (page, date) => {
  await page.fill('#start-other', date);
  await page.press('#start-other', 'Enter');
};
/** The last week of the weekly table. */
const last = readFileSync(`${root}/data/liquidity_weekly_2015_2025.csv`, 'utf8').trimEnd().split('\n').at(-1).slice(0, 10);
const chosen = (page) => page.locator('#start').inputValue();

test('a link with any Wednesday of the weekly table opens there and says whose numbers it borrows', async ({ open }) => {
  const { page, record } = await open({ query: '?v=2&start=2024-05-15' });
  assert.equal(await chosen(page), '2024-05-15');
  assert.match(await page.locator('.start-lent').innerText(), /April 16, 2025/u);
  assert.equal(await page.locator('.notices').count(), 0);
  assert.deepEqual(faults(record), []);
});

test('a typed day begins there, on the Wednesday before it or not at all, and says so; undo goes back', async ({ open }) => {
  const { page, record } = await open();
  const newest = await chosen(page);
  await begin(page, '2019-06-21');
  await page.locator('#start option[value="2019-06-19"]').waitFor({ state: 'attached' });
  assert.equal(await chosen(page), '2019-06-19');
  assert.match(await page.locator('.date [role=status]').innerText(), /that of June 19, 2019 was taken/u);
  await begin(page, '2020-04-15');
  assert.match(await page.locator('.date .refused').innerText(), /There is no start on April 15, 2020/u);
  assert.equal(await chosen(page), '2019-06-19');
  await page.waitForFunction(() => location.search.includes('start=2019-06-19'));
  await page.keyboard.press('Control+z');
  await page.waitForFunction((newest) => document.querySelector('#start').value === newest, newest);
  assert.deepEqual(faults(record), []);
});

test('a link to a day without a start is told; without the table the newest start stands, and is named', async ({ open }) => {
  const bad = await open({ below: true, query: '?v=2&start=2020-04-15' });
  assert.match(await bad.page.locator('.notices').innerText(), /no balance sheet for “2020-04-15”/u);
  await bad.close();
  const { page } = await open({
    below: true,
    query: '?v=2&start=2024-05-15',
    before: (page) => page.route('**/*.csv*', (route) => route.abort()),
  });
  assert.match(await page.locator('.notices').innerText(), /The table that has the balance sheet of May 15, 2024/u);
});

test('the year before the start is drawn when wanted, and what is missing of it is said', async ({ open }) => {
  const { page, record } = await open({ below: true, query: '?v=2&start=2025-07-30' });
  const level = page.locator('figure:has(#chart-level)');
  assert.doesNotMatch(await level.innerText(), /before the start/u);
  await page.locator('[data-past]').first().check();
  await level.getByText('before the start: the model along the published balance sheets').waitFor();
  for (const id of ['chart-buffers', 'chart-spread']) {
    const chart = page.locator(`figure:has(#${id})`);
    await chart.scrollIntoViewIfNeeded();
    await chart.getByText('before the start: as published').waitFor();
  }
  assert.match(await page.locator('figure:has(#chart-buffers)').innerText(), /net liquidity, .* is \$[\d.,]+(bn|tn)/u);
  // Of a start beyond the table it is said that the weeks between are not known.
  const newest = await page.locator('#start option').evaluateAll((all) => all.map(({ value }) => value).sort().at(-1));
  if (newest > last) {
    await page.locator('#start').selectOption(newest);
    await page.locator('.charts-past [role=status]').first().waitFor();
  }
  await page.locator('[data-past]').first().uncheck();
  assert.doesNotMatch(await level.innerText(), /before the start/u);
  assert.deepEqual(faults(record), []);
});
