// What leaves the page as a file.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as nodeTest from 'node:test';

import { faults, suite } from './harness.mjs';

const test = suite(nodeTest);

async function saved(page, format) {
  const download = page.waitForEvent('download');
  await page.locator(`[data-save="${format}"]`).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), `bathtub-2026-08-19.${format}`);
  return readFile(await file.path(), 'utf8');
}

test('a run is saved as CSV and JSON with the numbers of the page', async ({ open }) => {
  const { page, record } = await open({ below: true, query: '?tga=300' });
  const level = Number(await page.locator('[data-readout=level]').getAttribute('data-value'));
  const json = JSON.parse(await saved(page, 'json'));
  assert.equal(json.series.level[52], level);
  assert.deepEqual(json.settings, { tga: 300 });
  assert.equal(json.units.reserves_bn, '$bn');
  const [note, head, ...rows] = (await saved(page, 'csv')).trimEnd().split('\n');
  assert.match(note, /model .*, data of 2026-08-19/u);
  const column = head.split(',').indexOf('level [index]');
  assert.equal(Number(rows[52].split(',')[column]), level);
  assert.equal(rows.length, 105);
  assert.deepEqual(faults(record), []);
});
