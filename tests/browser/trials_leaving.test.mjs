// What people have reported about tools of this kind when something leaves the page, each tried on this
// page: project and number of the report stand before the test, as in `trials.test.mjs`.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as nodeTest from 'node:test';

import { suite } from './harness.mjs';

const test = suite(nodeTest);

/** Opens the sheet with everything that can be taken along. */
async function sheet(where) {
  await where.locator('[data-share]').click();
  await where.locator('[data-sheet][open]').waitFor();
}

// whatwg/html 5513
test('a file from a sandboxed frame is never called saved, and the page is offered in a tab of its own', async ({ browser, site }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const around = new URL('around.html', site.address).href;
  const body = `<iframe sandbox="allow-scripts allow-same-origin" width="1200" height="700" src="${site.address}?v=2&start=2026-10-07&tga=300"></iframe>`;
  await page.route(around, (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(around);
  const frame = page.frameLocator('iframe');
  await frame.locator('.sections').waitFor({ state: 'attached' });
  await sheet(frame);
  const status = frame.locator('[data-sheet] [role=status]');
  for (const button of ['[data-take=png]', '[data-take=svg]', '[data-save=csv]', '[data-save=csv-comma]', '[data-save=json]']) {
    await frame.locator(button).click();
    await status.locator('[data-outcome=unsure]').waitFor();
    assert.match(await status.innerText(), /cannot tell whether it was saved/u);
    const link = status.locator('a[target=_blank]');
    assert.equal(await link.getAttribute('href'), `${site.address}?v=2&start=2026-10-07&tga=300`);
  }
  await context.close();
});

// bookcover-js 16
test('no picture has more pixels than an iPhone draws, and the words tell its size', async ({ open }) => {
  const { page } = await open({ below: true, viewport: { width: 390, height: 844 } });
  await sheet(page);
  await page.locator('#takeaway-width').selectOption('3200 px');
  const download = page.waitForEvent('download');
  await page.locator('[data-take=png]').click();
  const png = await readFile(await (await download).path());
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  assert.ok(width * height <= 16_777_216, `${width} × ${height}`);
  assert.ok(width * height > 16_000_000, 'and no smaller than need be');
  const said = await page.locator('[data-outcome=saved]').innerText();
  for (const number of [width, height, 3200]) assert.ok(said.includes(number.toLocaleString('en')), said);
});

/** Rows of a table, as a spreadsheet of a region reads them: no cell is quoted but the first. */
function spreadsheet(text, between, point) {
  const [, head, ...rows] = text.trimEnd().split('\n');
  const number = (cell) => (/^-?[\d.,]+(e-?\d+)?$/u.test(cell) ? Number(cell.replace(point, '.')) : cell);
  return [head.split(between), ...rows.map((row) => row.split(between).map(number))];
}

// mui-x 3689
test('a table has its numbers in columns, with points or with decimal commas', async ({ open }) => {
  const { page } = await open({ below: true, query: '?v=2&tga=300' });
  await sheet(page);
  const tables = [];
  for (const [format, name, between, point] of [
    ['csv', 'bathtub-2026-10-07.csv', ',', '.'],
    ['csv-comma', 'bathtub-2026-10-07-decimal-comma.csv', ';', ','],
  ]) {
    const download = page.waitForEvent('download');
    await page.locator(`[data-save=${format}]`).click();
    const file = await download;
    assert.equal(file.suggestedFilename(), name);
    const bytes = await readFile(await file.path());
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'Excel knows that it is UTF-8');
    const text = bytes.toString();
    assert.equal(text.includes('sep='), false);
    tables.push(spreadsheet(text, between, point));
  }
  const [point, comma] = tables;
  assert.deepEqual(comma, point);
  const column = point[0].indexOf('level [index]');
  assert.equal(point[53][column], Number(await page.locator('[data-readout=level]').getAttribute('data-value')));
  assert.ok(point.slice(1).every((row) => row.length === point[0].length && row.slice(2).every(Number.isFinite)));
});
