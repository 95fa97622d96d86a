// Two tubs, pins and their ghosts.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';
import { DUCKS, faults, fetchBelow, settled, suite } from './harness.mjs';

const test = suite(nodeTest);
const LAPTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const slide = (page, id, value) =>
  page.locator(`#${id}`).evaluate((input, to) => {
    input.value = to;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, String(value));

const names = (page) => page.locator('.tub-name').allTextContents();

test('two tubs show one spending with the tank at its other end', async ({ open }) => {
  const { page, record } = await open({ ...LAPTOP, below: true });
  await page.locator('[data-two]').click();
  await page.waitForSelector('.tub-second .tub-scene');
  assert.equal(await page.locator('[data-two]').getAttribute('aria-pressed'), 'true');
  const [first, second] = await Promise.all(['.scene-figure', '.tub-second'].map((name) => page.locator(`${name} .tub-scene`).boundingBox()));
  assert.ok(Math.abs(first.y - second.y) < 2 && second.x >= first.x + first.width, 'side by side');
  assert.ok(first.y + first.height <= 900 && second.x + second.width <= 1440, 'both on one screen');
  await slide(page, 'capex', 1300);
  const [full, empty] = await names(page);
  assert.match(full, /600/u);
  assert.match(empty, /empty/u);
  const level = (text) => Number(/level ([\d.]+)/u.exec(text)[1]);
  assert.ok(level(empty) < level(full), `${empty} and ${full}`);
  assert.equal(level(full).toFixed(1), Number(await page.locator('[data-readout=level]').getAttribute('data-value')).toFixed(1));
  await slide(page, 'dry', 0);
  assert.match((await names(page))[1], /3,000/u, 'beside an empty tank stands a full one');
  await page.waitForFunction(() => location.search.includes('show=two'));
  const ids = await page.evaluate(() => [...document.querySelectorAll('[id]')].map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length, 'no id stands twice');
  await page.locator('[data-two]').click();
  assert.equal(await page.locator('.tub-second').count(), 0);
  await page.waitForFunction(() => !location.search.includes('show='));
  assert.deepEqual(faults(record), []);
});

test('two tubs end above the lower edge of a low window, and the second one finds its room kept', async ({ open }) => {
  for (const lang of ['en', 'ru', 'vi']) {
    const query = `?v=2&start=2026-10-07&capex=1200&show=two&lang=${lang}`;
    const { page } = await open({ viewport: { width: 1280, height: 720 }, query });
    await page.waitForSelector(`html[lang=${lang}]`, { state: 'attached' });
    const first = () => page.locator('.scene-figure .tub-scene').boundingBox();
    const early = await first();
    await fetchBelow(page);
    await page.waitForSelector('.tub-second .tub-scene');
    const late = await first();
    for (const side of ['x', 'y', 'width']) assert.ok(Math.abs(early[side] - late[side]) < 1, `${lang}: ${side} ${early[side]}, then ${late[side]}`);
    const second = await page.locator('.tub-second .tub-scene').boundingBox();
    for (const { y, height } of [late, second]) assert.ok(y + height <= 720, `${lang}: ends at ${y + height}`);
  }
});

test('on a phone both tubs stand on one screen, above the dock', async ({ open }) => {
  const { page } = await open({ ...PHONE, below: true, query: '?v=2&start=2026-10-07&capex=1200&show=two' });
  await page.waitForSelector('.tub-second .tub-scene');
  await page.locator('.tub-name').first().evaluate((name) => name.scrollIntoView({ block: 'start', behavior: 'instant' }));
  const boxes = await page.evaluate(() =>
    ['.scene-figure', '.tub-second', '.dock'].map((name) => document.querySelector(name === '.dock' ? name : `${name} .tub-scene`).getBoundingClientRect().toJSON()),
  );
  const [first, second, dock] = boxes;
  assert.ok(first.top >= 0 && second.top >= first.bottom && second.bottom <= dock.top + 1, JSON.stringify(boxes));
});

test('a pin goes into the link, has ghosts, and stands beside when two tubs are shown', async ({ open }) => {
  const { page, record } = await open({ ...LAPTOP, below: true });
  await slide(page, 'capex', 1300);
  const pinnedLevel = await page.locator('[data-readout=level]').getAttribute('data-value');
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  await slide(page, 'dry', 3000);
  await page.waitForFunction(() => location.search.includes('pin='));
  const ghosts = await page.locator('[data-ghost]').evaluateAll((all) => all.map((ghost) => ghost.dataset.ghost));
  assert.deepEqual(ghosts, DUCKS);
  const query = new URL(page.url()).search;
  assert.match(query, /pin=start:2026-10-07,capex:1300/u);

  const { page: other } = await open({ ...LAPTOP, below: true, query });
  assert.equal(await other.locator('#dry').inputValue(), '3000');
  assert.equal(await other.locator('[data-ghost]').count(), DUCKS.length);
  const note = await other.locator('.readout-note').first().textContent();
  assert.match(note, /against the pin/u);
  await other.locator('[data-two]').click();
  await other.waitForSelector('.tub-second');
  assert.equal(await other.locator('[data-ghost]').count(), 0, 'the second tub shows what ghosts would');
  const [now, pinned] = await names(other);
  assert.match(now, /^Now/u);
  assert.match(pinned, /^Pinned/u);
  assert.ok(pinned.includes(`level ${Number(pinnedLevel).toFixed(1)}`), pinned);
  await other.getByRole('button', { name: 'Unpin', exact: true }).click();
  await other.waitForFunction(() => !location.search.includes('pin='));
  assert.deepEqual(faults(record), []);
});

test('what is wrong with a pin is said', async ({ open }) => {
  const { page } = await open({ below: true, query: '?v=2&start=2026-10-07&pin=start:2026-10-07,capex:99999' });
  assert.match(await page.locator('.notices').textContent(), /capex|AI capex/iu);
  await settled(page);
});

test('the picture to take along has both tubs', async ({ open }) => {
  const { page } = await open({ ...LAPTOP, below: true, acceptDownloads: true, query: '?v=2&start=2026-10-07&capex=1200&show=two' });
  await fetchBelow(page);
  await page.waitForSelector('.tub-second .tub-scene');
  await page.locator('[data-share]').click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-take=svg]').click()]);
  const stream = await download.createReadStream();
  let svg = '';
  for await (const chunk of stream) svg += chunk;
  assert.equal(svg.match(/class="tub-scene"/gu).length, 2);
  assert.match(svg, /Tank empty/u);
  assert.match(svg, /Tank of \$600bn/u);
});
