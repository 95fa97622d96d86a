// Languages: one address each, words that are fetched when they are wanted, nothing lost on the way.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import * as nodeTest from 'node:test';
import path from 'node:path';

import { DUCKS, faults, load, root, settled, suite, watch, show } from './harness.mjs';

const { AxeBuilder } = load('@axe-core/playwright');
const test = suite(nodeTest);

/** Tags of the languages whose words are fetched: all but English. */
const TAGS = readdirSync(path.join(root, 'www/words')).map((file) => path.basename(file, '.json'));
/** What its speakers call a language; capitals are left to the page. */
const nameOf = (tag) => new Intl.DisplayNames(tag, { type: 'language' }).of(tag).toLowerCase();
const catalogue = (tag) => JSON.parse(readFileSync(path.join(root, `www/words/${tag}.json`), 'utf8'));

/** Sentences that stand in the untouched page, wherever they come from. */
const SAMPLE = [
  ['page.title', 'The liquidity bathtub'],
  ['page.tagline', 'Money is the water, asset prices are the ducks.'],
  ['page.display', 'Display'],
  ['controls.undo', 'Undo'],
  ['controls.start.help', 'The Wednesday from which the run begins'],
  ['scene.same', 'The water stands where it would stand untouched.'],
  ['scene.hint', 'Touch any part'],
  ['charts.level', 'Water level over two years'],
  ['about.title', 'What this says and what it does not'],
  ['about.argument.text', 'Money is the water in a tub'],
  ['about.not.text', 'Not investment advice'],
  ['insight.same.title', 'What would do the same'],
  ['parameter.capex.help', 'Spending of five large technology companies'],
  ['parameter.dry.label', 'Dry powder'],
  ['preset.abundance.title', 'Abundance: the 2010s'],
];

const spoken = (page, tag) =>
  page.waitForSelector(`html[lang="${tag}"][data-state="ready"]`, { state: 'attached', timeout: 15_000 });
const search = (page) => new URL(page.url()).search;
const catalogues = (record) => record.fetched.filter((url) => /\/words\//u.test(url));
const set = (page, id, value) =>
  page.evaluate(
    ([id, value]) => {
      const input = document.getElementById(id);
      input.value = String(value);
      for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true }));
    },
    [id, value],
  );

test('every language is a choice, an address and a table of words', async ({ open }) => {
  const { page } = await open();
  const choices = await page.locator('#language option').evaluateAll((all) => all.map(({ value }) => value));
  assert.deepEqual(choices.toSorted(), ['en', ...TAGS].toSorted());
  assert.equal(
    await page.locator('#boot').getAttribute('data-languages'),
    choices.filter((tag) => tag !== 'en').join(' '),
  );
});

for (const tag of TAGS) {
  test(`an address opens the page in ${tag}`, async ({ open, site }) => {
    const words = catalogue(tag);
    const { page, record } = await open({ below: true, query: `?lang=${tag}` });
    await spoken(page, tag);
    await page.waitForTimeout(500);
    assert.equal(await page.title(), words['page.title']);
    assert.equal(await page.locator('#language').inputValue(), tag);
    const name = await page.locator(`#language option[lang="${tag}"]`).textContent();
    assert.equal(name.toLowerCase(), nameOf(tag));
    // Not what is painted: what is out of sight is not.
    const text = await page.locator('#app').textContent();
    for (const [key, english] of SAMPLE) {
      assert.ok(text.includes(words[key]), `${key} is not there: ${words[key]}`);
      if (!/^\w+$/u.test(english)) assert.ok(!text.includes(english), `${key} is still English`);
    }
    assert.equal(search(page), `?lang=${tag}`, 'an address stays as it was written');
    assert.deepEqual(catalogues(record), [`${site.address}words/${tag}.json`]);
    assert.equal(await page.locator('[data-duck]').count(), DUCKS.length);
    assert.deepEqual(faults(record), []);
  });

  for (const width of [360, 1440]) {
    test(`no violation and nothing sticks out in ${tag} at ${width} pixels`, async ({ open }) => {
      const viewport = { width, height: width < 500 ? 740 : 900 };
      const { page } = await open({ below: true, viewport, query: `?v=2&lang=${tag}&capex=1000&tga=700&dry=0&rate=abc` });
      await spoken(page, tag);
      await show(page, 'why');
      await page.waitForSelector('[data-insight="fresh"]');
      for (const unfolded of [false, true]) {
        await page.evaluate((open) => {
          for (const details of document.querySelectorAll('details')) details.open = open;
        }, unfolded);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
        assert.deepEqual(found, []);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.equal(overflow, 0, 'nothing sticks out to the side');
      }
    });
  }
}

test('English fetches no words', async ({ open }) => {
  for (const query of ['', '?lang=en', '?v=2&lang=en-GB&capex=900']) {
    const { page, record } = await open({ query });
    await page.waitForTimeout(500);
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    assert.deepEqual(catalogues(record), []);
    assert.deepEqual(faults(record), []);
  }
});

test('choosing a language loses nothing', async ({ open }) => {
  const { page, record } = await open({ below: true, query: '?v=2&start=2026-08-19&capex=900' });
  await set(page, 'tga', 300);
  const readouts = () =>
    page.evaluate(() => [...document.querySelectorAll('[data-readout]')].map(({ dataset }) => dataset.value));
  const before = await readouts();
  await page.evaluate(() => {
    document.querySelector('.group-fold').open = true;
    document.getElementById('capex').dataset.mark = 'the same element';
    document.getElementById('language').focus();
  });
  await page.locator('#language').selectOption('ru');
  await spoken(page, 'ru');
  await page.waitForTimeout(600);
  assert.equal(search(page), '?v=2&lang=ru&start=2026-08-19&capex=900&tga=300');
  assert.deepEqual(await readouts(), before);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'language');
  assert.equal(await page.locator('#capex').getAttribute('data-mark'), 'the same element');
  assert.ok(await page.evaluate(() => document.querySelector('.group-fold').open));
  const stored = await page.evaluate(() => JSON.parse(localStorage.getItem('bathtub.preferences')));
  assert.equal(stored.language, 'ru');
  await page.getByRole('button', { name: catalogue('ru')['controls.undo'], exact: true }).click();
  assert.equal(await page.locator('#tga').inputValue(), '0', 'the history is there');

  await page.locator('#language').selectOption('en');
  await spoken(page, 'en');
  await page.waitForTimeout(600);
  assert.equal(search(page), '?v=2&start=2026-08-19&capex=900');
  assert.equal(await page.title(), 'The liquidity bathtub');
  assert.match(await page.locator('#about').textContent(), /Not investment advice/u);
  assert.deepEqual(faults(record), []);
});

test('a language is kept for the next visit, and an address goes before it', async ({ open, site }) => {
  const { page } = await open();
  await page.locator('#language').selectOption('vi');
  await spoken(page, 'vi');
  await page.goto(site.address);
  await settled(page);
  await spoken(page, 'vi');
  assert.equal(await page.locator('#language').inputValue(), 'vi');
  await page.goto(`${site.address}?lang=zh-TW`);
  await settled(page);
  await spoken(page, 'zh-Hant');
});

test('going back to an address goes back to its language', async ({ open }) => {
  const { page } = await open();
  await page.evaluate(() => history.pushState(null, '', '?v=2&lang=ru'));
  await page.evaluate(() => history.pushState(null, '', '?v=2&lang=vi'));
  await page.goBack();
  await spoken(page, 'ru');
  assert.equal(await page.locator('#language').inputValue(), 'ru');
});

test('words that do not come are reported, and the page stays as it is', async ({ open }) => {
  const { page } = await open({ below: true, query: '?v=2&start=2026-08-19&capex=900' });
  await page.route('**/words/ru.json', (route) => route.abort());
  await page.locator('#language').selectOption('ru');
  const notice = page.locator('[data-notice="words"]');
  await notice.waitFor();
  assert.match(await notice.textContent(), /Русский/u);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.locator('#language').inputValue(), 'en', 'the choice falls back');
  assert.equal(await page.locator('#capex').inputValue(), '900');
  await page.unroute('**/words/ru.json');
  await page.route('**/words/ru.json*', (route) => route.fulfill({ status: 404, body: '{}' }), { times: 1 });
  await page.locator('#language').selectOption('ru');
  await page.waitForTimeout(500);
  assert.equal(await notice.count(), 1, 'reported once');
  await page.locator('#language').selectOption('ru');
  await spoken(page, 'ru');
  assert.equal(await page.locator('[data-notice]').count(), 0);
});

test('the last choice counts', async ({ open }) => {
  const { page } = await open();
  await page.route('**/words/ru.json', async (route) => {
    await new Promise((done) => setTimeout(done, 800));
    await route.continue();
  });
  await page.locator('#language').selectOption('ru');
  await page.locator('#language').selectOption('vi');
  await spoken(page, 'vi');
  await page.waitForTimeout(1200);
  assert.equal(await page.locator('html').getAttribute('lang'), 'vi');
});

test('a language that there is not is reported', async ({ open }) => {
  const { page, record } = await open({ below: true, query: '?lang=tlh' });
  assert.match(await page.locator('[data-notice]').textContent(), /“lang=tlh”/u);
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.deepEqual(faults(record), []);
});

test('a failure is reported in English where there are no words', async ({ browser, site }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const record = watch(page, site.address);
  await page.route('**/*.wasm*', (route) => route.abort());
  await page.goto(`${site.address}?lang=tlh`);
  await settled(page, 'failed');
  assert.match(await page.locator('[data-failure="start"]').textContent(), /The sliders could not start/u);
  assert.deepEqual(catalogues(record), []);
  await context.close();
});
