// For everyone: automatic checks in every theme and width, movement, print, no scripts.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { load, suite, show, undock } from './harness.mjs';

const { AxeBuilder } = load('@axe-core/playwright');
const test = suite(nodeTest);

const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];

/** Shows what is folded away. */
const unfold = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

async function violations(page) {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
}

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of SIZES) {
    test(`no violation at ${viewport.width} pixels, ${colorScheme}`, async ({ open }) => {
      const { page } = await open({ below: true, viewport, colorScheme, query: '?v=2&capex=1000&tga=700&dry=0&rate=abc' });
      assert.deepEqual(await violations(page), []);
      await unfold(page);
      assert.deepEqual(await violations(page), [], 'unfolded');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(overflow, 0, 'nothing sticks out to the side');
    });
  }
}

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
      assert.deepEqual(await violations(page), []);
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
    const targets = document.querySelectorAll('button, input[type=range], input[type=number], select, .display label, summary');
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

test('paper has the picture, the numbers, the levers and the link, on one page with a light ground', async ({ open, site }) => {
  for (const [format, viewport] of [['A4', { width: 1280, height: 800 }], ['Letter', { width: 1280, height: 800 }], ['A4', SIZES[0]]]) {
    const { page } = await open({ below: true, colorScheme: 'dark', viewport, query: '?v=2&start=2026-08-19&tga=300&runoff=120' });
    await page.emulateMedia({ media: 'print' });
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    assert.equal(ground, 'rgb(255, 255, 255)');
    assert.ok(await page.locator('.tub-scene:visible').first().isVisible());
    // Paper is narrower than the window, and nothing is drawn anew for it.
    const drawn = await page.evaluate(() => {
      const { style } = document.documentElement;
      style.width = '640px';
      const { height } = [...document.querySelectorAll('.tub-scene')].map((one) => one.getBoundingClientRect()).find(({ height }) => height > 0);
      style.width = '';
      return height;
    });
    assert.ok(drawn > 200, `the picture is ${drawn} pixels high`);
    assert.ok(await page.locator('#capex-exact').isVisible());
    assert.ok(!(await page.locator('.toolbar').first().isVisible()));
    assert.ok((await page.locator('.paper').innerText()).endsWith(`${site.address}?v=2&start=2026-08-19&tga=300&runoff=120`));
    const pdf = (await page.pdf({ format, printBackground: true })).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page\b/gu).length, 1, `${format}, window of ${viewport.width} pixels`);
  }
});
