// For everyone: automatic checks in every theme and width, movement, print, no scripts.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { readdirSync } from 'node:fs';
import path from 'node:path';

import { slowness } from './cost.mjs';
import { fetchBelow, launch, load, root, serve, settled, show, suite, undock } from './harness.mjs';
import { all, pairwise } from './pairs.mjs';

const { AxeBuilder } = load('@axe-core/playwright');
const test = suite(nodeTest);

const LANGUAGES = ['en', ...readdirSync(path.join(root, 'www/words')).map((file) => path.basename(file, '.json'))];
/** What of the page is shown, as storage has it. */
const VIEWS = ['full', 'simple', 'present'];
const HEIGHTS = { 360: 740, 768: 1024, 1440: 900, 1920: 1080 };

const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

/** Shows what is folded away. */
const unfold = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) {
      // Of those that share a name one is open at a time.
      details.removeAttribute('name');
      details.open = true;
    }
  });

/**
 * What axe finds; unless `targets` is false with the size of targets, which it does not look at by itself.
 * A control that an edge of its scroller cuts is smaller to it than it is.
 */
async function violations(page, { targets = true } = {}) {
  const { violations: found } = await new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: targets } } }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
}

/** What is seen where: each value meets each value of the others (`pairs.mjs`). */
const SEEN = {
  step: ['untouched', 'scenario', 'opening', 'share', 'card', 'two', 'unfolded'],
  language: LANGUAGES,
  width: [360, 768, 1440, 1920],
  theme: ['light', 'dark'],
  view: VIEWS,
};

/** Goes to a step of a visit. The row of scenarios and what stands in it is no part of a projector's view. */
const STEPS = {
  untouched: () => {},
  two: async (page) => {
    await page.locator('[data-two]').click();
    await page.locator('.tub-second .tub-scene').waitFor();
  },
  scenario: async (page) => {
    await page.locator('[data-scenario=repo-spike]').click();
    await page.waitForFunction(() => document.getElementById('week').value === '13');
  },
  opening: (page) => page.locator('[data-opening]').waitFor(),
  share: async (page) => {
    await page.locator('[data-share]').click();
    await page.locator('[data-sheet][open]').waitFor();
  },
  card: async (page) => {
    await page.locator('.part[data-part=memory]').focus();
    await page.waitForSelector('.scene-card .sum');
  },
  unfolded: async (page) => {
    await unfold(page);
    await page.waitForFunction(() => document.querySelector('.group-fold .lever') || !document.querySelector('.group-fold'));
    // What is out of sight is as long as it is when the page has rested.
    await page.waitForSelector('main.at-rest', { state: 'attached' });
  },
};

const seen = process.env.BATHTUB_ALL_PAIRS ? all(SEEN) : pairwise(SEEN);

/** One combination: opens it in a page, and says what is wrong with it. */
async function lookAt(page, site, { step, language, width, theme, view }) {
  await page.setViewportSize({ width, height: HEIGHTS[width] });
  const kept = JSON.stringify({ theme, view, seen: step !== 'opening' });
  const values = step === 'unfolded' ? '&capex=1000&tga=700&dry=0&rate=abc' : '';
  const query = step === 'opening' ? `?lang=${language}` : `?v=2&lang=${language}${values}`;
  // Another address each time, that the page is loaded and not only its fragment changed.
  await page.goto('about:blank');
  await page.goto(`${site.address}${query}#${new URLSearchParams({ kept })}`);
  await settled(page);
  await fetchBelow(page);
  await page.waitForSelector(`html[lang="${language}"]`, { state: 'attached' });
  assert.equal(await page.locator('html').getAttribute('data-theme'), theme);
  assert.equal(await page.locator('.group-fold').count() === 0, view !== 'full');
  const inRow = ['scenario', 'share', 'two'].includes(step);
  assert.equal(await page.locator('[data-share]').isVisible(), view !== 'present' && step !== 'opening');
  if (!inRow || view !== 'present') await STEPS[step](page);
  const name = [step, language, width, theme, view].join(', ');
  const found = (await violations(page)).map((violation) => `${name}: ${violation}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (overflow > 0) found.push(`${name}: ${overflow} pixels stick out to the side`);
  return found;
}

nodeTest.test(`no violation in ${seen.length} combinations of step, language, width, theme and view`, { timeout: seen.length * 20_000 }, async () => {
  const site = await serve();
  const browser = await launch();
  try {
    const waiting = [...seen];
    const found = [];
    const lane = async () => {
      const context = await browser.newContext();
      await context.addInitScript(() => {
        const kept = new URLSearchParams(location.hash.slice(1)).get('kept');
        if (kept) localStorage.setItem('bathtub.preferences', kept);
      });
      const page = await context.newPage();
      for (let next = waiting.shift(); next; next = waiting.shift()) found.push(...(await lookAt(page, site, next)));
    };
    // Two at a time: most of it is axe's computing.
    await Promise.all([lane(), lane()]);
    assert.deepEqual(found, []);
  } finally {
    await browser.close();
    await site.close();
  }
});

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [SIZES[0], SIZES[2]]) {
    test(`no violation with a card, a pin and four sliders at ${viewport.width} pixels, ${colorScheme}`, async ({ open }) => {
      const { page } = await open({ below: true, viewport, colorScheme, query: '?v=2&capex=1000&shock=30' });
      await undock(page);
      await page.getByRole('button', { name: 'Pin', exact: true }).click();
      await page.getByRole('button', { name: 'Show four sliders only' }).click();
      await show(page, 'why');
      await page.waitForSelector('.reasons[data-insight=fresh]', { timeout: 30_000 });
      await page.locator('.part[data-part=memory]').focus();
      await page.waitForSelector('.scene-card .sum');
      assert.deepEqual(await violations(page, { targets: false }), []);
    });
  }
}

test('nothing is lost at twice the size', async ({ open }) => {
  const { page } = await open({ viewport: { width: 640, height: 400 } });
  const { overflow, slider } = await page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - innerWidth,
    slider: getComputedStyle(document.querySelector('.dock')).position,
  }));
  assert.equal(overflow, 0);
  assert.equal(slider, 'static', 'a low screen is not filled by what sticks to its edge');
});

test('what can be pressed is large enough to be pressed', async ({ open }) => {
  const { page } = await open({ below: true, viewport: SIZES[0] });
  await page.getByText('Display', { exact: true }).click();
  const small = await page.evaluate(() => {
    const targets = document.querySelectorAll('button, input[type=range], input[type=text], select, .display label, summary');
    return [...targets]
      // Explanations of levers that are not in hand are there for those who listen.
      .filter((one) => !(one.closest('.source')?.clientWidth <= 1))
      .map((one) => [one.textContent || one.id || one.ariaLabel, one.getBoundingClientRect()])
      .filter(([, { width, height }]) => height > 1 && (height < 43.5 || width < 43.5))
      .map(([name, { width, height }]) => `${name}: ${width} × ${height}`);
  });
  assert.deepEqual(small, []);
});

test('everything is reached by keyboard, in sight', async ({ open }) => {
  const { page } = await open({ below: true, viewport: SIZES[0] });
  await page.waitForSelector('main.at-rest', { state: 'attached' });
  await undock(page);
  const seen = new Set();
  for (let i = 0; i < 240; i += 1) {
    await page.keyboard.press('Tab');
    const { name, visible } = await page.evaluate(() => {
      const one = document.activeElement;
      const { top, bottom } = one.getBoundingClientRect();
      return {
        name: one.id || one.ariaLabel || one.textContent.trim().slice(0, 30),
        visible: one === document.body || (bottom > 0 && top < innerHeight),
      };
    });
    assert.ok(visible, `${name} has the focus out of sight`);
    seen.add(name);
  }
  for (const id of ['capex', 'tga', 'runoff', 'rate', 'dry', 'capex-exact', 'start', 'week']) {
    assert.ok(seen.has(id), `${id} is not reached`);
  }
});

test('results are announced when a change is finished, not while it goes on', async ({ open }) => {
  const { page } = await open();
  const said = () => page.locator('[role=status].visually-hidden').textContent();
  assert.equal(await said(), '');
  const fire = (kind, value) =>
    page.evaluate(
      ([kind, value]) => {
        const input = document.getElementById('tga');
        if (value) input.value = value;
        input.dispatchEvent(new Event(kind, { bubbles: true }));
      },
      [kind, value],
    );
  await fire('input', '300');
  await fire('input', '700');
  assert.equal(await said(), '');
  await fire('change');
  assert.match(await said(), /^The stage is worse: .+ On [A-Z][a-z]+ \d+, 20\d\d: water level 9\d\.\d, price index/u);
});

test('a visitor who wants stillness gets it', async ({ open }) => {
  const { page } = await open({ reducedMotion: 'reduce' });
  // The waves have their height once the draws of it are made, and keep it while a slider is held.
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    const input = document.getElementById('tga');
    input.value = '700';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.waitForTimeout(300);
  const running = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
  assert.equal(await running(), 0);
  const picture = () => page.locator('.tub-scene').innerHTML();
  const before = await picture();
  await page.waitForTimeout(400);
  assert.equal(await picture(), before, 'the picture stands at once');
});

test('without scripts the picture and the numbers stand, and words say why nothing moves', async ({ open }) => {
  const { page } = await open({ javaScriptEnabled: false, ready: false });
  assert.ok(await page.locator('noscript .words').isVisible());
  assert.ok(await page.locator('.tub-scene:visible').first().isVisible());
  assert.equal(await page.locator('[data-readout="level"]').getAttribute('data-value'), '100');
  assert.ok(!(await page.locator('.toolbar').isVisible()), 'nothing is offered that cannot answer');
});

test('two pages of paper have the question, the picture, the numbers, the levers, the level and the reasons, on a light ground', async ({ open, site }) => {
  for (const [format, viewport, colorScheme] of [['A4', { width: 1440, height: 900 }, 'dark'], ['Letter', { width: 1280, height: 800 }, 'light'], ['A4', SIZES[0], 'dark']]) {
    const query = '?v=2&start=2026-08-19&tga=300&runoff=120';
    const { page } = await open({ below: true, colorScheme, viewport, query });
    await show(page, 'why');
    await page.waitForSelector('.reasons[data-insight=fresh]', { timeout: 30_000 });
    // Charts out of sight are painted on the way to paper, by a program that is fetched for the first chart.
    await page.waitForFunction(() => document.querySelector('canvas[width]'));
    for (const name of ['beforeprint', 'afterprint']) await page.evaluate((name) => dispatchEvent(new Event(name)), name);
    await page.emulateMedia({ media: 'print' });
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(ground, 'rgb(255, 255, 255)');
    // Paper is narrower than the window, and nothing is drawn anew for it.
    const drawn = await page.evaluate(() => {
      const { style } = document.documentElement;
      style.width = '640px';
      const { height } = [...document.querySelectorAll('.tub-scene')].map((one) => one.getBoundingClientRect()).find(({ height }) => height > 0);
      style.width = '';
      return height;
    });
    assert.ok(drawn > 200, `the picture is ${drawn} pixels high`);
    for (const part of ['[data-headline]', '[data-readout=level]', '[data-readout=spread]', '#capex-exact', '#tga-exact', '#chart-level', '#chart-causes', '[data-section=why] .shares']) {
      assert.ok(await page.locator(part).first().isVisible(), `${part} is on paper`);
    }
    for (const part of ['.toolbar', '.tabs', '#week', '#chart-spread', '[data-scenario]', '.reverse']) {
      for (const one of await page.locator(part).all()) assert.ok(!(await one.isVisible()), `${part} is not`);
    }
    const text = await page.locator('#app').innerText();
    const reasons = await page.locator('[data-section=why]').textContent();
    assert.match(reasons, /Treasury/u);
    assert.ok(text.includes(await page.locator('[data-headline]').textContent()));
    assert.ok((await page.locator('.paper').innerText()).endsWith(`${site.address}${query}`));
    if (colorScheme === 'dark') {
      await page.emulateMedia({ media: 'screen', colorScheme });
      await page.evaluate(() => document.querySelector('#chart-level').scrollIntoView());
      /** How light the lightest of the chart is, of 255: what is filled with the colour of its ground. */
      const light = () =>
        page.locator('#chart-level').evaluate((canvas) => {
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          let most = 0;
          for (let i = 0; i < data.length; i += 4) {
            if (data[i + 3] > 200) most = Math.max(most, Math.round((data[i] + data[i + 1] + data[i + 2]) / 3));
          }
          return most;
        });
      // Out of sight a chart is painted when the page has rested.
      for (let i = 0; i < 60 && (await light()) > 220; i += 1) await page.waitForTimeout(100);
      const before = await light();
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const printed = await light();
      assert.ok(printed === 255 && before < 220, `${before} on a dark screen, ${printed} on paper`);
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      for (let i = 0; i < 50 && (await light()) !== before; i += 1) await page.waitForTimeout(100);
      assert.equal(await light(), before, 'and as before afterwards');
      await page.emulateMedia({ media: 'print' });
    }
    const blank = await page.locator('canvas:not([width])').evaluateAll((all) => all.filter((one) => one.getClientRects().length));
    assert.equal(blank.length, 0, 'no chart is blank on paper');
    const pdf = (await page.pdf({ format, printBackground: true })).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page\b/gu).length, 2, `${format}, window of ${viewport.width} pixels`);
  }
});

test('a picture of the whole page has all of it, and headings are there before anybody scrolls', async ({ open }) => {
  for (const viewport of [SIZES[2], SIZES[0]]) {
    // Not the setting that the build drew: all of it has to come.
    const { page } = await open({ viewport, query: '?v=2&capex=900' });
    const slow = Math.max(1, await slowness(page));
    const begun = Date.now();
    await fetchBelow(page);
    const waited = Date.now() - begun;
    assert.ok(waited < 2000 * slow, `headings are there after ${waited} ms on a machine ${slow.toFixed(1)} times as slow`);
    const headings = await page.locator('h2').evaluateAll((all) => all.map(({ textContent }) => textContent));
    for (const tab of ['level', 'ducks', 'why', 'next', 'money', 'books', 'history']) {
      assert.ok(headings.includes(await page.locator(`[data-tab=${tab}]`).innerText()), `${tab} has a heading`);
    }
    const png = await page.screenshot({ fullPage: true });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const last = await page.evaluate(() => document.querySelector('#about').getBoundingClientRect().bottom + scrollY);
    assert.ok(png.readUInt32BE(20) >= last - 1, `${png.readUInt32BE(20)} of ${height} pixels, the last words at ${last}`);
  }
});
