// Addresses: what they restore, what they hold, what they forgive.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { faults, fetchBelow, settled, suite } from './harness.mjs';

const test = suite(nodeTest);

const set = (page, id, value) =>
  page.evaluate(
    ([id, value]) => {
      const input = document.getElementById(id);
      input.value = String(value);
      for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true }));
    },
    [id, value],
  );
const picture = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-readout], [data-duck]')].map(
      ({ dataset }) => dataset.readout + dataset.value + dataset.duck + dataset.change,
    ),
  );
const search = (page) => new URL(page.url()).search;

test('an address restores everything that it was written for', async ({ open }) => {
  const { page } = await open({ query: '?v=2&start=2025-10-29' });
  await set(page, 'capex', 900);
  await set(page, 'tga', 300);
  await set(page, 'runoff', -40);
  await set(page, 'rate', -25);
  await set(page, 'dry', 200);
  await set(page, 'week', 80);
  await page.waitForTimeout(600);
  const query = '?v=2&start=2025-10-29&capex=900&tga=300&runoff=-40&rate=-25&dry=200&week=80';
  assert.equal(search(page), query);
  const other = await open({ query });
  assert.deepEqual(await picture(other.page), await picture(page));
  assert.deepEqual(faults(other.record), []);
});

test('the address is written after the last change and left alone before', async ({ open }) => {
  const { page } = await open({ query: '?utm_source=x#controls' });
  const usual = await page.locator('#capex').inputValue();
  await page.waitForTimeout(500);
  assert.equal(search(page), '?utm_source=x');
  await set(page, 'capex', 900);
  assert.equal(search(page), '?utm_source=x', 'not at once');
  await page.waitForTimeout(600);
  assert.match(search(page), /^\?v=2&start=\d{4}-\d\d-\d\d&capex=900$/u);
  assert.equal(new URL(page.url()).hash, '#controls');
  await set(page, 'capex', usual);
  await page.waitForTimeout(600);
  assert.match(search(page), /^\?v=2&start=\d{4}-\d\d-\d\d$/u, 'what stands at its default is left out');
  assert.equal(await page.evaluate(() => history.length), 2, 'about:blank and this page');
});

test('going back to an address goes back to its setting', async ({ open }) => {
  const { page } = await open();
  await page.evaluate(() => history.pushState(null, '', '?v=2&capex=1000'));
  await page.evaluate(() => history.pushState(null, '', '?v=2&capex=1200'));
  await page.goBack();
  await page.waitForFunction(() => document.getElementById('capex').value === '1000');
});

test('every parameter of the model is a key', async ({ open }) => {
  const plain = await open();
  const { page, record } = await open({ query: '?v=2&confidence=80&spiral_strength=2' });
  assert.notDeepEqual(await picture(page), await picture(plain.page));
  assert.equal(await page.locator('[data-notice]').count(), 0);
  assert.deepEqual(faults(record), []);
});

for (const [query, says] of [
  ['?v=2&capex=99999', /AI capex: \$99\.999tn a year is outside the range/u],
  ['?v=2&tga=lots', /“lots” is not a number/u],
  ['?v=2&start=1999-01-01', /no balance sheet for “1999-01-01”/u],
  ['?v=2&week=900', /Week: 900 weeks/u],
  ['?v=9', /version “9”/u],
  ['?v=1&capex=900', /made with model 1/u],
  ['?capex=900', /made with model 1/u],
]) {
  test(`what a link cannot give is told: ${query}`, async ({ open }) => {
    const { page, record } = await open({ query });
    const notice = page.locator('[data-notice]');
    assert.equal(await notice.count(), 1);
    assert.ok(await notice.isVisible());
    // That something is said is seen at once, what it says with the late part.
    await fetchBelow(page);
    assert.match(await notice.textContent(), says);
    await page.getByRole('button', { name: 'Dismiss' }).click();
    assert.equal(await notice.count(), 0);
    assert.deepEqual(faults(record), []);
  });
}

test('keys of others are ignored in silence', async ({ open }) => {
  const { page } = await open({ query: '?fbclid=%F0%9F&embed=1&m=1&x' });
  assert.equal(await page.locator('[data-notice]').count(), 0);
});

test('text in an address is never markup', async ({ open }) => {
  const { page, record } = await open({ below: true, query: '?v=2&start=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E' });
  // The one picture that the page has of its own is the preview of what is taken along.
  assert.equal(await page.locator('#app img:not([data-preview])').count(), 0);
  assert.match(await page.locator('[data-notice]').textContent(), /<img src=x/u);
  assert.deepEqual(faults(record), []);
});

test('preferences are stored, and nothing else', async ({ open }) => {
  const { page } = await open({ first: true, query: '?v=2&capex=800' });
  await set(page, 'capex', 900);
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  await page.getByText('Display', { exact: true }).click();
  await page.getByLabel('Dark').check();
  await page.getByLabel('Still').check();
  const stored = await page.evaluate(() => ({ ...localStorage }));
  assert.deepEqual(Object.keys(stored), ['bathtub.preferences']);
  assert.deepEqual(JSON.parse(stored['bathtub.preferences']), {
    theme: 'dark',
    motion: 'reduced',
    language: 'en',
    view: 'full',
    seen: false,
  });
  await page.reload();
  await settled(page);
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  assert.equal(await page.locator('html').getAttribute('data-motion'), 'reduced');
  assert.ok(await page.locator('input[name=theme]').nth(2).isChecked());
});

test('a storage that throws or holds nonsense stops nothing', async ({ browser, site }) => {
  for (const script of [
    () => localStorage.setItem('bathtub.preferences', '{"theme": 7'),
    () => localStorage.setItem('bathtub.preferences', '{"theme": "neon"}'),
    () => Object.defineProperty(window, 'localStorage', { get: () => { throw new Error('no'); } }),
  ]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(script);
    await page.goto(site.address);
    await settled(page);
    await context.close();
  }
});

for (const [query, capex] of [
  ['#v=2&start=2026-10-07&capex=900', '900'],
  ['?lang=ru#v=2&capex=900', '900'],
  ['?utm_source=x#?v=2&capex=900', '900'],
  ['?v=2#capex=900', '900'],
  ['#v%3D2%26capex%3D900', '900'],
]) {
  test(`a setting behind the hash is read: ${query}`, async ({ open }) => {
    const { page } = await open({ query });
    assert.equal(await page.locator('#capex').inputValue(), capex);
    assert.equal(await page.locator('[data-opening]').count(), 0);
  });
}

test('a setting behind the hash is read on an open page, and what stands twice is told', async ({ open }) => {
  const { page } = await open({ below: true, query: '?v=2&capex=900' });
  await page.evaluate(() => (location.hash = '#tga=300'));
  await page.waitForFunction(() => document.getElementById('tga').value === '300');
  assert.equal(await page.locator('#capex').inputValue(), '900');
  await page.evaluate(() => (location.hash = '#capex=1200'));
  await page.locator('[data-notice=link]').first().waitFor();
  assert.match(await page.locator('[data-notice=link]').first().innerText(), /twice, as “900” and as “1200”/u);
});

test('a pin in a pin without an end is told and breaks nothing', async ({ open }) => {
  const { page, record } = await open({ below: true, query: `?v=2&capex=900&pin=${'pin:'.repeat(1500)}x` });
  assert.equal(await page.locator('#capex').inputValue(), '900');
  assert.match(await page.locator('[data-notice=link]').innerText(), /“pin” could not be used/u);
  assert.deepEqual(record.errors, []);
});
