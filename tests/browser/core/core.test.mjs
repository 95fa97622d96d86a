// The core of these tests, each written once and run in every browser that BATHTUB_BROWSERS
// names: Chromium and Firefox unless it is set, WebKitGTK besides.
//
// A module beside this file drives a browser. Its `launch(site)` starts the browser; `open(query)` opens
// the page in a profile of its own, as for somebody who has seen the opening, 1280 pixels by 800. One
// that needs another site than the finished one has `copy(folder)`, which makes it. An open page has
//   evaluate(work, value)   runs a function in the page, with a value of JSON
//   press(key)              presses a key, `ArrowRight`
//   drag(from, to)          presses, moves and releases the pointer, from [x, y] to [x, y]
//   download(act)           does something and returns the file that it saves: { name, text }
//   faults()                console lines and errors since it was opened, and failed requests and
//                           requests to other hosts where the browser tells
//   close()
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import * as nodeTest from 'node:test';
import path from 'node:path';

import { SLIDERS } from '../cost.mjs';
import { DIST, DUCKS, command, root, serve } from '../harness.mjs';

const BROWSERS = (process.env.BATHTUB_BROWSERS || 'chromium,firefox').split(',');
const WEEK = 52;

const sleep = (ms) => new Promise((resume) => setTimeout(resume, ms));

/** Waits until something is so in the page. */
async function until(page, what, holds, value, seconds = 20) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(40)) {
    if (await page.evaluate(holds, value)) return;
  }
  assert.fail(`not in ${seconds} s: ${what}`);
}

const there = (page, selector, seconds) =>
  until(page, selector, (selector) => document.querySelector(selector) !== null, selector, seconds);
const text = (page, selector) => page.evaluate((selector) => document.querySelector(selector).textContent, selector);
const click = (page, selector) => page.evaluate((selector) => document.querySelector(selector).click(), selector);

/** What stands in the slot and below the picture is there, which is fetched when the page rests. */
async function below(page) {
  await there(page, '#below[data-program="here"]');
  await there(page, '.sections');
}

async function show(page, tab) {
  await below(page);
  await click(page, `[data-tab=${tab}]`);
  await there(page, `[data-slot][data-shows=${tab}]`);
}

/** A lever as it stands: its value, its ends and its step. */
const lever = (page, id) =>
  page.evaluate((id) => {
    const { value, min, max, step } = document.getElementById(id);
    return { value: Number(value), min: Number(min), max: Number(max), step: Number(step) };
  }, id);
const level = (page) => page.evaluate(() => Number(document.querySelector('[data-readout=level]').dataset.value));

/** What is read is a number, to its last digit; at once, or within two seconds on a machine with much to do. */
async function becomes(read, expected, what) {
  let shown = await read();
  for (const end = Date.now() + 2000; shown !== expected && Date.now() < end; await sleep(20)) shown = await read();
  assert.equal(shown, expected, what);
}
const levelIs = (page, expected, what) => becomes(() => level(page), expected, what);

const runs = new Map();
/** A run of the command, by the levers that are set. */
function run(levers = {}, more = []) {
  const set = Object.entries(levers).flatMap(([key, value]) => ['--set', `${key}=${value}`]);
  const options = ['run', ...set, ...more];
  const key = options.join(' ');
  if (!runs.has(key)) runs.set(key, command(options));
  return runs.get(key);
}
const levelOf = (levers) => run(levers).series.level[WEEK];

/** The core, with `test(sentence, body)` of one browser. `body` is given `open`. */
function core(test) {
  test('the page starts at the numbers of the command', async ({ open }) => {
    const rest = await open('');
    assert.equal(await rest.evaluate(() => document.title), 'The liquidity bathtub');
    await levelIs(rest, levelOf());
    const levers = { capex: 1200, tga: 500 };
    const page = await open('?v=2&capex=1200&tga=500');
    const { readouts, ducks } = run(levers);
    await levelIs(page, readouts.level);
    const shown = await page.evaluate(() =>
      Object.fromEntries([...document.querySelectorAll('[data-duck]')].map(({ dataset }) => [dataset.duck, Number(dataset.change)])),
    );
    assert.deepEqual(shown, Object.fromEntries(DUCKS.map((duck) => [duck, ducks[duck].change_pct])));
  });

  for (const id of SLIDERS) {
    test(`${id} follows keys and pointer, and the level is the command’s`, async ({ open }) => {
      const page = await open('?v=2');
      const { value, min, max, step } = await lever(page, id);
      const stands = async (expected) => {
        await becomes(async () => (await lever(page, id)).value, expected, `${id} itself`);
        await levelIs(page, levelOf({ [id]: expected }), `${id} at ${expected}`);
      };
      await stands(value);
      await page.evaluate((id) => document.getElementById(id).focus(), id);
      for (const [key, expected] of [
        ['ArrowRight', value + step],
        ['ArrowRight', value + 2 * step],
        ['ArrowLeft', value + step],
        ['End', max],
        ['ArrowLeft', max - step],
        ['Home', min],
        ['ArrowRight', min + step],
      ]) {
        await page.press(key);
        await stands(expected);
      }
      assert.equal(new Set([value, min, max].map((value) => levelOf({ [id]: value }))).size, 3, 'the level answers');
      // The panel grows when the late part comes: the pointer waits for a slider that stays.
      await below(page);
      const { x, y, width, height } = await page.evaluate((id) => {
        const slider = document.getElementById(id);
        slider.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = slider.getBoundingClientRect();
        return { x, y, width, height };
      }, id);
      await page.drag([x + width * 0.5, y + height / 2], [x + width * 0.8, y + height / 2]);
      const dragged = (await lever(page, id)).value;
      const portion = (dragged - min) / (max - min);
      assert.ok(Math.abs(portion - 0.8) < 0.06, `dragged to ${dragged}`);
      await stands(dragged);
      await page.evaluate(([id, value]) => {
        const input = document.getElementById(`${id}-exact`);
        input.focus();
        input.value = String(value);
        for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true }));
      }, [id, min + 7.5]);
      await stands(min + 7.5);
    });
  }

  test('a slider between its steps moves on to its grid where the key points', async ({ open }) => {
    for (const [key, expected] of [['ArrowRight', 905], ['ArrowLeft', 900]]) {
      const page = await open('?v=2&capex=901');
      await page.evaluate(() => document.getElementById('capex').focus());
      await page.press(key);
      await until(page, `${expected} by ${key}`, (value) => document.getElementById('capex').value === value, String(expected));
      await levelIs(page, levelOf({ capex: expected }), key);
    }
  });

  test('five levers at once give the command’s level, and the address keeps them', async ({ open }) => {
    const levers = { capex: 900, tga: 300, runoff: -40, rate: -25, dry: 200 };
    const page = await open('?v=2');
    for (const [id, value] of Object.entries(levers)) {
      await page.evaluate(([id, value]) => {
        const input = document.getElementById(id);
        input.value = String(value);
        for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true }));
      }, [id, value]);
    }
    await levelIs(page, levelOf(levers));
    const query = '?v=2&capex=900&tga=300&runoff=-40&rate=-25&dry=200';
    await until(page, 'the levers in the address', (query) => location.search.replace(/&start=[^&]*/u, '') === query, query);
    const again = await open(await page.evaluate(() => location.search));
    await levelIs(again, levelOf(levers));
  });

  test('an embedded tub has a picture in a frame of any size', async ({ open }) => {
    const page = await open('');
    for (const [show, count] of [['tub', 1], ['chart.level', 1], ['two', 2]]) {
      await page.evaluate((show) => {
        const src = `./?embed=1&v=2&capex=1000&dry=0&show=${show}`;
        const frame = Object.assign(document.createElement('iframe'), { id: 'embedded', width: 800, height: 600, src });
        frame.style = 'position: fixed; top: 0; left: 0; border: 0';
        document.getElementById('embedded')?.removeAttribute('id');
        document.body.append(frame);
      }, show);
      for (const [width, height] of [[280, 320], [400, 500], [600, 400], [884, 420], [1000, 600]]) {
        await page.evaluate((size) => Object.assign(document.getElementById('embedded'), size), { width, height });
        await until(page, `${show} in ${width} × ${height}`, (count) => {
          const inside = document.getElementById('embedded').contentDocument;
          if (inside?.documentElement?.dataset.state !== 'ready') return false;
          const pictures = [...inside.querySelectorAll('.embed-picture :is(.tub-scene, canvas)')];
          const large = (picture) => {
            const { width, height } = picture.getBoundingClientRect();
            return width >= 90 && height >= 60;
          };
          return pictures.length === count && pictures.every(large);
        }, count);
      }
    }
  });

  test('a tub that is as high as its content has all of it and no scroll bar', async ({ open }) => {
    const page = await open('');
    await page.evaluate(() => {
      const tub = document.createElement('liquidity-bathtub');
      tub.id = 'embedded';
      tub.style = 'position: fixed; top: 0; left: 0; width: 700px';
      tub.setAttribute('loading', 'eager');
      document.body.append(tub, Object.assign(document.createElement('script'), { src: './embed.js' }));
    });
    await until(page, 'a frame of the height of its content, and nothing beside that', () => {
      const tub = document.getElementById('embedded');
      const frame = tub.shadowRoot?.querySelector('iframe.ready');
      const content = frame?.contentDocument.querySelector('.embed-content');
      if (!content) return false;
      const { clientWidth, clientHeight } = frame.contentDocument.documentElement;
      const { height } = content.getBoundingClientRect();
      return clientWidth === 700 && clientHeight === frame.clientHeight && Math.ceil(height) === clientHeight;
    });
  });

  test('every chart is painted', async ({ open }) => {
    const page = await open('?v=2&tga=300');
    await below(page);
    const charts = await page.evaluate(() => [...document.querySelectorAll('.chart-place canvas')].map(({ id }) => id));
    assert.ok(charts.length >= 5, `${charts}`);
    for (const id of charts) {
      await page.evaluate((id) => document.getElementById(id).scrollIntoView({ block: 'center', behavior: 'instant' }), id);
      await until(page, `${id} painted`, (id) => {
        const chart = document.getElementById(id);
        const { width, height } = chart;
        if (width === 0 || height === 0) return false;
        // A copy is read: Chromium says in the console what it thinks of reading from the chart.
        const copy = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
        copy.drawImage(chart, 0, 0);
        return new Set(new Uint32Array(copy.getImageData(0, 0, width, height).data.buffer)).size > 8;
      }, id);
    }
  });

  test('the engine works off the page’s thread, and its band is the command’s', async ({ open }) => {
    const page = await open('?v=2&tga=300');
    await show(page, 'why');
    await there(page, '[data-insight=fresh]', 40);
    await until(page, 'all draws', () => !document.body.textContent.includes('first look'), null, 60);
    const sentence = await page.evaluate(() => document.getElementById('chart-band').closest('figure').parentElement.querySelector('p').textContent);
    const { p5, p50, p95 } = run({ tga: 300 }, ['--bands', '1024']).bands.series.level;
    for (const quantile of [p5, p50, p95]) assert.ok(sentence.includes(quantile[WEEK].toFixed(1)), `${quantile[WEEK]} in: ${sentence}`);
    // What a worker fetches is not in the page's list.
    const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    assert.ok(fetched.some((url) => /\/engine-[^/]*\.js$/u.test(url)), `${fetched}`);
    assert.deepEqual(fetched.filter((url) => url.includes('bathtub-engine_bg')), [], 'its program is the worker’s');
  });

  test('the reverse question has the answer of the command', async ({ open }) => {
    const page = await open('?v=2&capex=1000');
    await show(page, 'next');
    await click(page, '.reverse button');
    await there(page, '[data-answer]', 40);
    const answer = await page.evaluate(() => Number(document.querySelector('[data-answer]').dataset.answer));
    const options = ['--lever', 'tga', '--series', 'bitcoin_pct', '--target', '0', '--set', 'capex=1000'];
    assert.equal(answer, command(['solve', ...options]).value);
  });

  test('a run is saved as CSV and JSON with the numbers of the page', async ({ open }) => {
    const page = await open('?v=2&tga=300');
    await below(page);
    await click(page, '[data-share]');
    await there(page, '[data-sheet][open]');
    const expected = run({ tga: 300 });
    const save = (format) => page.download(() => click(page, `[data-save=${format}]`));
    const json = await save('json');
    assert.equal(json.name, `bathtub-${expected.data_date}.json`);
    assert.deepEqual(JSON.parse(json.text), expected);
    const csv = await save('csv');
    // Nothing keeps this page from saving, and it sees that in every browser.
    await there(page, '[data-outcome=saved]');
    assert.equal(csv.name, `bathtub-${expected.data_date}.csv`);
    const [, head, ...rows] = csv.text.trimEnd().split('\n');
    const column = head.split(',').indexOf('level [index]');
    assert.deepEqual(rows.map((row) => Number(row.split(',')[column])), expected.series.level);
    assert.equal(expected.series.level[WEEK], await level(page));
  });

  const catalogue = (tag) => JSON.parse(readFileSync(path.join(root, `www/words/${tag}.json`), 'utf8'));
  const ENGLISH = { 'page.title': 'The liquidity bathtub', 'controls.undo': 'Undo', 'parameter.dry.label': 'Dry powder', 'charts.level': 'Water level over two years' };
  for (const tag of ['en', 'ru', 'vi', 'zh-Hans', 'zh-Hant']) {
    test(`the page speaks ${tag}`, async ({ open }) => {
      const words = tag === 'en' ? ENGLISH : catalogue(tag);
      const page = await open(`?v=2&tga=300&lang=${tag}`);
      await below(page);
      await there(page, `html[lang="${tag}"]`);
      assert.equal(await page.evaluate(() => document.title), words['page.title']);
      const said = await text(page, '#app');
      for (const [key, english] of Object.entries(ENGLISH)) {
        assert.ok(said.includes(words[key]), `${key} is not there: ${words[key]}`);
        if (tag !== 'en' && english.includes(' ')) assert.ok(!said.includes(english), `${key} is still English`);
      }
      await levelIs(page, levelOf({ tga: 300 }));
      // Another is chosen from the list.
      const other = tag === 'ru' ? 'en' : 'ru';
      await page.evaluate((tag) => {
        const choice = document.getElementById('language');
        choice.value = tag;
        choice.dispatchEvent(new Event('change', { bubbles: true }));
      }, other);
      await there(page, `html[lang="${other}"]`);
      await until(page, `the title in ${other}`, (title) => document.title === title, other === 'en' ? ENGLISH['page.title'] : catalogue(other)['page.title']);
      await levelIs(page, levelOf({ tga: 300 }));
    });
  }

  test('a line in the console and an error are heard', async ({ open }) => {
    const page = await open('');
    assert.deepEqual(await page.faults(), []);
    await page.evaluate(() => {
      console.debug('a line');
      setTimeout(() => {
        throw new Error('a mistake');
      });
    });
    await sleep(300);
    const heard = (await page.faults()).join('\n');
    assert.match(heard, /a line/u);
    assert.match(heard, /a mistake/u);
  }, { loud: true });
}

for (const name of BROWSERS) {
  nodeTest.describe(name, () => {
    let copied;
    let site;
    let browser;
    nodeTest.before(async () => {
      const { copy, launch } = await import(`./${name}.mjs`);
      copied = await copy?.(DIST);
      site = await serve({ dir: copied });
      browser = await launch(site);
    });
    nodeTest.after(async () => {
      await browser?.close();
      await site?.close();
      if (copied) await rm(copied, { recursive: true, force: true });
    });
    core((sentence, body, { loud = false } = {}) =>
      nodeTest.test(`${sentence}, in ${name}`, { timeout: 120_000 }, async () => {
        const opened = [];
        const open = async (query) => {
          const page = await browser.open(query);
          opened.push(page);
          await there(page, 'html[data-state=ready]');
          return page;
        };
        try {
          await body({ open });
          if (!loud) for (const page of opened) assert.deepEqual(await page.faults(), []);
        } finally {
          for (const page of opened) await page.close();
        }
      }),
    );
  });
}
