// What leaves the page as a file.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as nodeTest from 'node:test';

import { DUCKS, command, faults, fetchBelow, suite } from './harness.mjs';

const test = suite(nodeTest);

/** Opens the sheet with everything that can be taken along. */
async function sheet(page) {
  await page.locator('[data-share]').click();
  await page.locator('[data-sheet][open]').waitFor();
}

async function saved(page, format) {
  const download = page.waitForEvent('download');
  await page.locator(`[data-save="${format}"]`).click();
  const file = await download;
  assert.equal(file.suggestedFilename(), `bathtub-2026-10-07.${format}`);
  return readFile(await file.path(), 'utf8');
}

test('a run is saved as CSV and JSON with the numbers of the page', async ({ open }) => {
  const { page, record } = await open({ below: true, query: '?v=2&tga=300' });
  await sheet(page);
  const level = Number(await page.locator('[data-readout=level]').getAttribute('data-value'));
  const json = JSON.parse(await saved(page, 'json'));
  assert.equal(json.series.level[52], level);
  assert.deepEqual(json.changed, ['tga']);
  assert.equal(json.settings.tga, 300);
  assert.deepEqual(json, command(['run', '--set', 'tga=300']), 'the page saves what the command prints');
  assert.equal(json.units.reserves_bn, '$bn');
  const [note, head, ...rows] = (await saved(page, 'csv')).trimEnd().split('\n');
  assert.match(note, /model .*, data of 2026-10-07/u);
  const column = head.split(',').indexOf('level [index]');
  assert.equal(Number(rows[52].split(',')[column]), level);
  assert.equal(rows.length, 105);
  assert.deepEqual(faults(record), []);
});

/** Width and height that a PNG says it has. */
const size = (png) => [png.readUInt32BE(16), png.readUInt32BE(20)];

async function picture(page, kind, names = new Set()) {
  const download = page.waitForEvent('download');
  await page.locator(`[data-take=${kind}]`).click();
  const file = await download;
  names.add(file.suggestedFilename());
  return readFile(await file.path());
}

test('the scene is saved as a picture of the chosen size and as a drawing of its own', async ({ browser, open }) => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 360, height: 740 }]) {
    const { page, record } = await open({ below: true, viewport, query: '?v=2&start=2026-08-19&tga=300' });
    await sheet(page);
    await page.waitForFunction(() => document.querySelector('[data-preview]').naturalWidth === 720);
    assert.equal(await page.locator('#takeaway-what').evaluate((select) => select.selectedIndex), 0, 'the scene comes first');
    await page.locator('#takeaway-width').selectOption({ index: 0 });
    const [width, height] = size(await picture(page, 'png'));
    assert.equal(width, 1200);
    assert.ok(height > 700, `${height} pixels`);
    await page.waitForSelector('[data-outcome=saved]');
    const svg = (await picture(page, 'svg')).toString();
    const said = svg.replace(/<[^>]*>/gu, ' ').replace(/\s+/gu, ' ');
    assert.match(said, /model \d+\.\d+\.\d+, data of October 7, 2026: http.*\?v=2&amp;start=2026-08-19&amp;tga=300/u);
    assert.ok(!svg.includes('var(--sc-'), 'colours are resolved');
    // Its source takes a second line rather than being squeezed into one.
    assert.doesNotMatch(svg.slice(svg.lastIndexOf('data of')), /textLength/u);
    // It stands without the page.
    const context = await browser.newContext();
    const alone = await context.newPage();
    await alone.setContent(`<!doctype html><body>${svg}`);
    assert.equal(await alone.locator('[data-duck]').count(), DUCKS.length);
    const ink = await alone.locator('text[data-ink~=name]').first().evaluate((text) => getComputedStyle(text).fontWeight);
    assert.equal(ink, '700', 'it brings its own rules');
    await context.close();
    assert.deepEqual(faults(record), []);
  }
});

test('each chart is saved as a picture, whether it has been in sight or not', async ({ open }) => {
  const { page, record } = await open({ below: true, viewport: { width: 1280, height: 700 } });
  await sheet(page);
  const names = new Set();
  const count = await page.locator('#takeaway-what option').count();
  assert.equal(count - 1, await page.locator('.chart-place canvas').count(), 'every chart of a run');
  for (let index = 1; index < count; index += 1) {
    await page.locator('#takeaway-what').selectOption({ index });
    const png = await picture(page, 'png', names);
    assert.equal(size(png)[0], 1920);
    assert.ok(png.length > 15_000, `something is on it: ${png.length} bytes`);
  }
  assert.equal(names.size, count - 1, 'each has a name of its own');
  assert.deepEqual(faults(record), []);
});

test('the link is copied or, where that is not allowed, shown', async ({ browser, site, open }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${site.address}?v=2&start=2026-08-19&tga=300`);
  await page.waitForSelector('html[data-state=ready]', { state: 'attached' });
  await fetchBelow(page);
  await sheet(page);
  await page.locator('[data-take=link]').click();
  await page.waitForSelector('[data-outcome=copied]');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${site.address}?v=2&start=2026-08-19&tga=300`);
  await context.close();

  const { page: other } = await open({ below: true, query: '?v=2&start=2026-08-19&tga=300' });
  await sheet(other);
  await other.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not here'));
  });
  await other.locator('[data-take=link]').click();
  await other.waitForSelector('[data-outcome=failed]');
  assert.equal(await other.locator('.address').inputValue(), `${site.address}?v=2&start=2026-08-19&tga=300`);
});

test('on a phone the link goes to the programs of the phone', async ({ open }) => {
  const { page } = await open({ below: true, hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
  await sheet(page);
  await page.evaluate(() => {
    navigator.share = async (data) => {
      globalThis.given = data;
    };
  });
  await page.locator('[data-take=link]').click();
  await page.waitForFunction(() => globalThis.given);
  assert.match((await page.evaluate(() => globalThis.given)).url, /^http/u);
});

test('the sheet is opened before it is there, and closed by its button and by Escape', async ({ open }) => {
  const { page } = await open();
  await sheet(page);
  await page.locator('[data-sheet] [data-close]').click();
  assert.equal(await page.locator('[data-sheet][open]').count(), 0);
  await sheet(page);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('[data-sheet][open]').count(), 0);
});
