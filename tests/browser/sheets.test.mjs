// Sheets of the lessons on paper, and the page for teachers.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as nodeTest from 'node:test';
import path from 'node:path';

import { DIST, faults, load, root, suite, watch } from './harness.mjs';

const { AxeBuilder } = load('@axe-core/playwright');
const test = suite(nodeTest);
const ORDER = JSON.parse(readFileSync(path.join(root, 'www/lessons/order.json'), 'utf8'));
const TAGS = ['', 'ru/', 'vi/', 'zh-Hans/', 'zh-Hant/'];

/** A page of plain HTML, with what goes wrong on it. */
async function plain({ browser, site }, where, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const record = watch(page, site.address);
  await page.goto(`${site.address}${where}`);
  return { page, record, close: () => context.close() };
}

async function fits(page, where) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes[0].html.slice(0, 200)}`), []);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(over <= 0, `${where} is ${over} px over the side`);
}

test('every lesson has sheets in every language, which fit a phone and a window', async (here) => {
  for (const id of ORDER) {
    for (const tag of TAGS) assert.ok(existsSync(path.join(DIST, 'lessons', id, 'sheets', tag, 'index.html')), `${id} ${tag}`);
  }
  for (const [at, [id, tag]] of [['taps', ''], ['before', 'ru/'], ['floats', 'vi/'], ['money', 'zh-Hans/'], ['sure', 'zh-Hant/']].entries()) {
    const where = `lessons/${id}/sheets/${tag}`;
    const { page, record, close } = await plain(here, where, { viewport: { width: [360, 1280][at % 2], height: 800 }, colorScheme: ['light', 'dark'][at % 2] });
    await fits(page, where);
    assert.equal(await page.locator('.sheet').count(), 3);
    await page.locator('.sheets-choice a[href="#guide"]').click();
    assert.deepEqual(await page.locator('.sheet:visible').evaluateAll((parts) => parts.map(({ id: name }) => name)), ['guide'], 'a part that was chosen stands alone');
    await page.locator('.sheets-choice a[href="#all"]').click();
    assert.equal(await page.locator('.sheet:visible').count(), 3);
    assert.deepEqual(faults(record), []);
    await close();
  }
});

test('on paper each part begins on a page of its own, without what is for the screen', async (here) => {
  const { page, close } = await plain(here, 'lessons/taps/sheets/');
  const pages = async () => (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type \/Page\b/gu).length;
  assert.equal(await pages(), 3);
  await page.goto(page.url() + '#worksheet');
  assert.equal(await pages(), 1, 'one part is one sheet');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.sheets-choice').isVisible(), false);
  await close();
});

test('a lesson leads to its sheets, and they to the lesson', async ({ open }) => {
  const { page, record } = await open({ query: '?lesson=taps&step=2&lang=ru', below: true });
  const to = await page.locator('[data-sheets]').evaluate(({ href }) => href);
  await page.goto(to);
  assert.match(await page.locator('#worksheet h2').innerText(), /\p{Script=Cyrillic}/u);
  await page.locator('a[href*="?lesson=taps"]').click();
  await page.locator('[data-lesson=taps][data-step="1"]').waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'ru');
  assert.deepEqual(faults(record), []);
});

test('the page for teachers has three plans whose lessons open', async (here) => {
  for (const width of [360, 1280]) {
    const { page, record, close } = await plain(here, 'teaching/', { viewport: { width, height: 900 } });
    await fits(page, 'teaching/');
    assert.equal(await page.locator('h2', { hasText: 'A lesson of' }).count(), 3);
    const lessons = await page.locator('a[href^="../?lesson="]').evaluateAll((links) => links.map((link) => new URL(link.href).searchParams.get('lesson')));
    assert.ok(lessons.length > 8 && lessons.every((id) => ['class', 'roles'].includes(id) || ORDER.includes(id)), `${lessons}`);
    if (width === 1280) {
      await page.locator('a[href="../?lesson=dry-tank"]').first().click();
      await page.locator('[data-lesson=dry-tank]').waitFor();
    }
    assert.deepEqual(faults(record), []);
    await close();
  }
});
