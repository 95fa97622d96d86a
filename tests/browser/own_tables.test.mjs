// A backtest on tables of the visitor's own: chosen or dropped, read here, sent nowhere.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as nodeTest from 'node:test';

import { faults, root, suite, show } from './harness.mjs';

const test = suite(nodeTest);

/** The last weeks of the published table, as files of FRED's. */
const lines = readFileSync(`${root}/data/liquidity_weekly_2015_2025.csv`, 'utf8').trimEnd().split('\n');
const [head, ...rows] = [lines[0], ...lines.slice(-80)].map((line) => line.split(','));
const SERIES = [
  ['WALCL', 'walcl_busd', 1000],
  ['WDTGAL', 'wdtgal_busd', 1000],
  ['RRPONTSYD', 'rrp_busd', 1],
  ['WRBWFRBL', 'wrbwfrbl_busd', 1000],
  ['WCURCIR', 'wcurcir_busd', 1],
  ['TREAST', 'treast_busd', 1000],
  ['WSHOMCB', 'wshomcb_busd', 1000],
  ['SOFR', 'sofr', 1],
  ['EFFR', 'effr', 1],
  ['IORB', 'iorb', 1],
  ['DGS10', 'dgs10', 1],
];
const csv = (name, text) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const fred = SERIES.map(([series, column, times]) => {
  const at = head.indexOf(column);
  const text = rows.map((row) => `${row[0]},${Number((row[at] * times).toFixed(3))}\n`).join('');
  return csv(`${series}.csv`, `\uFEFFobservation_date,${series}\n${text}`);
});

async function openBacktest(open, more) {
  const opened = await open({ below: true, viewport: { width: 1280, height: 900 }, ...more });
  const { page } = opened;
  await show(page, 'history');
  await page.locator('[data-backtest]').waitFor({ timeout: 30_000 });
  return opened;
}

const choices = (page) => page.locator('#backtest-from option').allInnerTexts();
const numbers = (page) => page.locator('[data-backtest] tbody td').allInnerTexts();

test('files of FRED take the place of the published table, and nothing is fetched or sent', async ({ open }) => {
  const { page, record } = await openBacktest(open);
  const published = await choices(page);
  const before = record.fetched.length;
  await page.setInputFiles('#backtest-own', fred);
  const used = page.locator('[data-own=used]');
  await used.waitFor();
  assert.match(await used.innerText(), /WALCL\.csv, .*DGS10\.csv, from June 26, 2024 to December 31, 2025/u);
  assert.deepEqual(await choices(page), ['June 26, 2024', 'January 1, 2025']);
  const first = await numbers(page);
  await page.locator('#backtest-from').selectOption({ index: 1 });
  await page.waitForFunction((was) => document.querySelector('[data-backtest] tbody td').innerText !== was, first[0]);
  assert.equal(record.fetched.length, before, 'nothing is fetched or sent');
  // The same weeks of the published table in one file give the same numbers.
  await page.locator('#backtest-from').selectOption({ index: 0 });
  await page.waitForFunction((was) => document.querySelector('[data-backtest] tbody td').innerText === was, first[0]);
  await page.setInputFiles('#backtest-own', [csv('own.csv', [head, ...rows].map((row) => row.join(',')).join('\n'))]);
  await page.waitForFunction(() => document.querySelector('[data-own=used]').innerText.includes('own.csv'));
  assert.deepEqual(await numbers(page), first);
  // And back, with the keyboard.
  await used.locator('button').focus();
  await page.keyboard.press('Enter');
  await used.waitFor({ state: 'detached' });
  assert.deepEqual(await choices(page), published);
  assert.deepEqual(faults(record), []);
});

test('a bad file is refused with its name, line and remedy, and what was in use stays', async ({ open }) => {
  const { page, record } = await openBacktest(open);
  const before = await numbers(page);
  const bad = fred.map((file) => (file.name === 'WALCL.csv' ? csv(file.name, String(file.buffer).replace(/,(\d+)\d{3}\n/u, ',$1\n')) : file));
  await page.setInputFiles('#backtest-own', bad);
  const refused = page.locator('[role=status] [data-own=refused]');
  await refused.waitFor();
  const said = 'WALCL.csv, line 2: WALCL: 7231 is too little for millions of dollars; call the column walcl_busd if it is in billions';
  assert.equal(await refused.locator('[lang=en]').innerText(), said);
  assert.equal(await page.locator('[data-own=used]').count(), 0);
  assert.deepEqual(await numbers(page), before);
  // Mended, the same files are taken.
  await page.setInputFiles('#backtest-own', fred);
  await page.locator('[data-own=used]').waitFor();
  assert.equal(await refused.count(), 0);
  assert.deepEqual(faults(record), []);
});

test('a dropped file is read as a chosen one is', async ({ open }) => {
  const { page, record } = await openBacktest(open, { query: '?v=2&lang=ru' });
  const transfer = await page.evaluateHandle((files) => {
    const dropped = new DataTransfer();
    for (const [name, text] of files) dropped.items.add(new File([text], name, { type: 'text/csv' }));
    return dropped;
  }, fred.map((file) => [file.name, String(file.buffer)]));
  await page.dispatchEvent('#backtest-own', 'drop', { dataTransfer: transfer });
  const used = page.locator('[data-own=used]');
  await used.waitFor();
  assert.match(await used.innerText(), /^Используются: WALCL\.csv/u);
  assert.deepEqual(faults(record), []);
});
