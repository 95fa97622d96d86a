// What comes to the page from outside, as nobody has written it: links, stored preferences, files and
// messages. It says what it could not use, in a sentence, and shows no number that is not the
// model's. Each seed is another rubbish; `monkey/random.mjs` makes it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as nodeTest from 'node:test';

import { command, faults, fetchBelow, root, settled, show, suite } from './harness.mjs';
import { frameOf, host, level, until } from './hosts.mjs';
import { anyLink, anyText, anyValue, dice, hostMessage, spoiltFile } from './monkey/random.mjs';

const test = suite(nodeTest);
const LANGUAGES = ['en', 'ru', 'vi', 'zh-Hans', 'zh-Hant'];
const IN_PAGE = `${root}/tests/browser/monkey/page.js`;
const KEYS = Object.keys(JSON.parse(readFileSync(`${root}/www/words/ru.json`, 'utf8')));

/** What must not be in a page, whatever came to it. */
const look = (page) => page.evaluate((keys) => globalThis.monkey.look(keys), KEYS);
const eyes = (page) => page.addInitScript({ path: IN_PAGE });
/** Lines of the console that the browser itself writes about a file that did not come. */
const ownFaults = (record) => faults(record).filter((said) => !/net::ERR_ABORTED|Failed to load resource/u.test(said));

test('any link opens a page with the numbers of a setting', async ({ open }) => {
  const one = dice(20);
  const parameters = command(['parameters']);
  const { page, record, close } = await open({ before: eyes, viewport: { width: 390, height: 844 } });
  for (let i = 0; i < 25; i += 1) {
    const link = anyLink(one, parameters, LANGUAGES);
    // As the address bar would write it; what it refuses, nobody opens.
    await page.goto(`${page.url().split('?')[0]}?${encodeURI(link.toWellFormed()).replaceAll('%25', '%')}`);
    await settled(page);
    assert.deepEqual([...(await look(page)), ...ownFaults(record)], [], `of ${link}`);
  }
  await close();
});

/** How a storage may be: its text, or what it does. */
const STORAGES = [
  ...['', 'null', '[]', '0', '"dark"', '{', '{"theme":7,"seen":"x","language":["ru"],"view":{}}', `{"theme":"${'x'.repeat(100_000)}"}`, '\u0000'],
  ...Array.from({ length: 8 }, (_, i) => (i % 3 === 0 ? anyText(dice(i), 200) : JSON.stringify(anyValue(dice(i))))),
  ...Array.from({ length: 8 }, (_, i) =>
    JSON.stringify(Object.fromEntries(['theme', 'motion', 'language', 'view', 'seen', '__proto__'].map((key, k) => [key, anyValue(dice(100 * i + k))]))),
  ),
];

test('whatever is stored, the page opens and stores what is chosen', async ({ open }) => {
  const { page, record } = await open({ before: eyes, first: true });
  for (const stored of STORAGES) {
    await page.evaluate((stored) => localStorage.setItem('bathtub.preferences', stored), stored);
    await page.goto(`${page.url().split('?')[0]}?v=2&start=2026-10-07&tga=300`);
    await settled(page);
    const said = await look(page);
    assert.deepEqual([...said, ...ownFaults(record)], [], `of ${stored.slice(0, 200)}`);
    assert.equal(await level(page), command(['run', '--set', 'tga=300']).readouts.level);
  }
});

for (const [what, script] of [
  ['throws', () => Object.defineProperty(globalThis, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } })],
  ['is none', () => Object.defineProperty(globalThis, 'localStorage', { value: null })],
  ['is full', () => (Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); })],
  ['cannot be read', () => (Storage.prototype.getItem = () => { throw new Error('broken'); })],
]) {
  test(`a storage that ${what} is none of the page's business`, async ({ open }) => {
    const { page, record } = await open({ first: true, query: '?v=2', below: true, before: async (page) => {
      await eyes(page);
      await page.addInitScript(script);
    } });
    await page.evaluate(() => {
      const choice = document.getElementById('language');
      choice.value = 'ru';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.waitForSelector('html[lang=ru]', { state: 'attached' });
    assert.deepEqual([...(await look(page)), ...ownFaults(record)], []);
  });
}

const TABLES = ['liquidity_weekly_2015_2025.csv', 'commercial_banks_weekly_2015_2025.csv', 'treasury_debt_monthly_2014_2025.csv'];

test('a table that is not the published one is said, and no number of it is shown', async ({ open }) => {
  const one = dice(7);
  for (let i = 0; i < 6; i += 1) {
    const file = TABLES[i % TABLES.length];
    const text = readFileSync(`${root}/data/${file}`, 'utf8');
    const [how, spoilt] = spoiltFile(one, text);
    if (spoilt === text) continue;
    const { page, record, close } = await open({ before: async (page) => {
      await eyes(page);
      await page.route(`**/data/${file}*`, (route) => route.fulfill({ body: spoilt }));
    }, query: '?v=2&start=2016-03-30' });
    const why = `${how} in ${file}`;
    // The start is one of the table: it is told that it could not be had.
    await page.waitForSelector('[data-notice]', { timeout: 20_000 }).catch(() => assert.fail(`nothing is said: ${why}`));
    assert.notEqual(await page.locator('#start').inputValue(), '2016-03-30', why);
    await fetchBelow(page);
    await show(page, 'history');
    await page.waitForSelector('.backtest [data-notice="engine"]', { timeout: 20_000 }).catch(() => assert.fail(`no word in the backtest: ${why}`));
    assert.deepEqual([...(await look(page)), ...ownFaults(record)], [], why);
    await close();
  }
});

test('words that are none are said, or are English', async ({ open }) => {
  const one = dice(11);
  const ru = readFileSync(`${root}/www/words/ru.json`, 'utf8');
  const rows = JSON.parse(ru);
  const bodies = [
    ...['', 'null', '7', '{}', '<!doctype html>', ru.slice(0, 5000)],
    ...Array.from({ length: 2 }, () => JSON.stringify(anyValue(one))),
    JSON.stringify(Object.fromEntries(Object.keys(rows).map((key) => [key, anyValue(one, 0)]))),
  ];
  for (const body of bodies) {
    const { page, record, close } = await open({ before: async (page) => {
      await eyes(page);
      await page.route('**/words/ru.json*', (route) => route.fulfill({ body, contentType: 'application/json' }));
    }, query: '?v=2&tga=300&lang=ru' });
    await fetchBelow(page);
    assert.equal(await page.locator('html').getAttribute('data-state'), 'ready', body.slice(0, 100));
    assert.equal(await level(page), command(['run', '--set', 'tga=300']).readouts.level);
    assert.deepEqual(ownFaults(record), [], body.slice(0, 100));
    await close();
  }
});

test('files of the visitor’s own that are rubbish are refused, and what was shown stays', async ({ open }) => {
  const one = dice(13);
  const { page, record } = await open({ before: eyes, below: true, viewport: { width: 1280, height: 900 } });
  await show(page, 'history');
  await page.locator('[data-backtest]').waitFor({ timeout: 30_000 });
  const before = await page.locator('[data-backtest] tbody td').allInnerTexts();
  const weekly = readFileSync(`${root}/data/${TABLES[0]}`, 'utf8').split('\n');
  const short = [weekly[0], ...weekly.slice(-60)].join('\n');
  for (let i = 0; i < 25; i += 1) {
    const [how, text] = spoiltFile(one, short);
    const name = `own-${i}.csv`;
    await page.setInputFiles('#backtest-own', [{ name, mimeType: 'text/csv', buffer: Buffer.from(text) }]);
    await page.waitForFunction((name) => [...document.querySelectorAll('[data-own]')].some((own) => own.textContent.includes(name)), name, { timeout: 20_000 })
      .catch(() => assert.fail(`nothing is said of ${how}: ${text.slice(0, 200)}`));
    assert.deepEqual([...(await look(page)), ...ownFaults(record)], [], how);
    if ((await page.locator('[data-own=used]').count()) === 0) {
      assert.deepEqual(await page.locator('[data-backtest] tbody td').allInnerTexts(), before, how);
    } else {
      await page.locator('[data-own=used] button').click();
      await page.locator('[data-own=used]').waitFor({ state: 'detached' });
      await page.waitForFunction((was) => document.querySelector('[data-backtest] tbody td').innerText === was, before[0]);
    }
  }
});

/** Messages of any kind. What a tub takes from a page around it is `hostMessage`. */
const messages = (one) => Array.from({ length: 60 }, () => anyValue(one, 3));

test('a tub in a page answers any message with an error or shows a setting', async ({ browser, site }) => {
  const one = dice(29);
  const parameters = command(['parameters']);
  const { page, faults: ofFrame, close } = await host(browser, site, `<iframe width=600 height=600 src="${site.address}?embed=1&v=2"></iframe>`, { script: false });
  const frame = await frameOf(page);
  await page.evaluate(() => {
    globalThis.heard = [];
    addEventListener('message', ({ data }) => globalThis.heard.push(data));
  });
  const say = (messages) => page.evaluate(async (messages) => {
    for (const message of messages) {
      frames[0].postMessage(message, '*');
      await new Promise((resume) => setTimeout(resume));
    }
  }, messages);
  await say(Array.from({ length: 200 }, () => hostMessage(one, parameters, LANGUAGES)));
  // Starts out of the weekly table are on their way for a moment.
  await page.waitForTimeout(1500);
  await say([{ bathtub: 1, type: 'open', id: 5001, setting: 'capex=1200&tga=500' }, { bathtub: 1, type: 'nonsense', id: 5002 }]);
  await until(page, () => level(frame), command(['run', '--set', 'capex=1200', '--set', 'tga=500']).readouts.level);
  const [good, bad] = await page.evaluate(() => [5001, 5002].map((id) => globalThis.heard.find((message) => message.id === id)?.type));
  assert.notEqual(good, 'error');
  assert.equal(bad, 'error');
  assert.deepEqual(ofFrame().filter((said) => !said.includes('ERR_ABORTED')), []);
  assert.equal(await frame.evaluate(() => document.documentElement.dataset.state), 'ready');
  assert.ok(!/NaN|undefined|Infinity/u.test(await frame.evaluate(() => document.body.innerText.replaceAll(/[“«"][^”»"]*[”»"]/gu, ''))));
  await close();
});

test('messages to the page do nothing', async ({ open }) => {
  const { page, record } = await open({ before: eyes, query: '?v=2&tga=300', below: true });
  const state = () => page.evaluate(() => [location.href, JSON.stringify(globalThis.monkey.state())]);
  const before = await state();
  await page.evaluate(async (messages) => {
    for (const message of messages) postMessage(message, '*');
    const frame = document.body.appendChild(document.createElement('iframe'));
    for (const message of messages) frame.contentWindow.parent.postMessage(message, '*');
    frame.remove();
    await new Promise((resume) => setTimeout(resume, 400));
  }, messages(dice(17)));
  assert.deepEqual(await state(), before);
  assert.deepEqual([...(await look(page)), ...ownFaults(record)], []);
});

test('messages to the engine are answered with an error, and questions after them with numbers', async ({ open }) => {
  const { page } = await open({ query: '?v=2', below: true });
  const kinds = ['analysis', 'solve', 'books', 'backtest', 'start', 'past', 'none'];
  const one = dice(23);
  const rubbish = messages(one).map((value, id) => ({
    ...(value !== null && typeof value === 'object' && !Array.isArray(value) ? value : { start: value }),
    kind: one.among(kinds), id, ...(one.chance(0.5) && { week: one.among([0, 52, 105, -1, 1.5, 1e300, null]), start: one.among(['2026-10-07', 'soon', '', 7]) }),
    ...(one.chance(0.3) && { settings: one.among([[], [['tga', 300]], [['tga', 1e308]], [['x', 1]], 'tga', [[1, 2]]]) }),
  }));
  const { errors, book } = await page.evaluate(async (rubbish) => {
    const { engine, engineJs, engineWasm } = document.getElementById('boot').dataset;
    const address = (name) => new URL(name, document.baseURI).href;
    const { connect } = await import(address(engine));
    let said;
    const ask = connect({ program: address(engineJs), wasm: address(engineWasm) }, (message) => said?.(message));
    const answer = (question) => new Promise((done) => {
      said = (message) => {
        if (message.id === question.id && (message.done || message.error)) done(message);
      };
      ask(question);
    });
    const errors = [];
    for (const question of rubbish) errors.push((await answer(question)).error ?? `answered: ${JSON.stringify(question)}`);
    const book = await answer({ kind: 'books', id: 1000, start: '2026-10-07', settings: [['tga', 300]], week: 52 });
    return { errors, book: book.news?.length ?? book.error };
  }, rubbish);
  const wellAsked = rubbish.filter(({ start, week, settings }) => start === '2026-10-07' && (week === 0 || week === 52) && (settings === undefined || Array.isArray(settings)));
  assert.ok(errors.filter((said) => said.startsWith('answered')).length <= wellAsked.length, errors.join('\n'));
  assert.ok(errors.every((said) => !/unreachable|RuntimeError|panick/u.test(said)), errors.join('\n'));
  assert.ok(book > 20, `${book}`);
});
