// WCAG 2.2 AA where automatic checkers do not look: focus, dragging, keys, reflow, large and spaced
// text, forced colours. Sizes of targets are looked at in access.test.mjs.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { suite } from './harness.mjs';

const test = suite(nodeTest);
const PHONE = { width: 390, height: 844 };

const unfold = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) {
      // Of those that share a name one is open at a time.
      details.removeAttribute('name');
      details.open = true;
    }
  });

/** Looks at all of a page, from top to bottom, until nothing more comes: parts are computed for those who look, and grow. */
async function allSeen(page) {
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  for (let before = 0, now = await height(); before !== now; ) {
    before = now;
    for (let top = 0; top < now; top += PHONE.height) {
      await page.evaluate((top) => scrollTo(0, top), top);
      await page.waitForTimeout(100);
    }
    await page.waitForSelector('[data-backtest]', { state: 'attached' });
    await page.waitForSelector('[data-imbalance]', { state: 'attached' });
    await page.waitForTimeout(1000);
    now = await height();
  }
  await page.evaluate(() => scrollTo(0, 0));
}

/** Adds rules to a page, as a visitor's own style sheet does. */
const restyle = (page, rules) =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets.push(sheet);
  }, rules);

const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Texts that a box cuts off which cannot be scrolled. */
const clipped = (page) =>
  page.evaluate(() => {
    const cuts = ({ overflowX, overflowY }) => [overflowX, overflowY].some((one) => one === 'hidden' || one === 'clip');
    const scrolls = ({ overflowX, overflowY }) => [overflowX, overflowY].some((one) => one === 'auto' || one === 'scroll');
    const found = [];
    for (const one of document.querySelectorAll('#app *')) {
      if (one.closest('svg') || one.clientWidth <= 1 || one.clientHeight <= 1 || !one.innerText?.trim()) continue;
      const style = getComputedStyle(one);
      if (!cuts(style) || scrolls(style)) continue;
      // Shortened on purpose: its name has all of it.
      if (style.textOverflow === 'ellipsis' && one.getAttribute('aria-label')) continue;
      const [x, y] = [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight];
      if (x > 1 || y > 1) found.push(`${one.className || one.localName}: ${x} × ${y} pixels of “${one.innerText.slice(0, 40)}”`);
    }
    return found;
  });

test('on a phone nothing covers what has the focus (2.4.11)', async ({ open }) => {
  const { page } = await open({ below: true, viewport: PHONE, hasTouch: true, isMobile: true });
  await page.waitForSelector('main.at-rest', { state: 'attached' });
  await allSeen(page);
  const covered = [];
  const reached = new Set();
  for (let i = 0; i < 400; i += 1) {
    await page.keyboard.press('Tab');
    const { name, hidden, end } = await page.evaluate(() => {
      const one = document.activeElement;
      if (one === document.body) return { end: true };
      const box = one.getBoundingClientRect();
      // What is larger than the window is looked at where it is in it.
      const [left, top] = [Math.max(0, box.left), Math.max(0, box.top)];
      const [width, height] = [Math.min(innerWidth, box.right) - left, Math.min(innerHeight, box.bottom) - top];
      // A label is part of what it names, and the parts of one picture lie over each other.
      const own = (hit) =>
        hit && (one.contains(hit) || [...(one.labels ?? [])].some((label) => label.contains(hit)) || (one.closest('svg') && one.closest('svg') === hit.closest('svg')));
      const points = [0.5, 0.1, 0.9].flatMap((x) => [0.5, 0.1, 0.9].map((y) => [left + x * width, top + y * height]));
      const hits = points.map(([x, y]) => document.elementFromPoint(x, y));
      return {
        name: one.id || one.getAttribute('aria-label') || one.textContent.trim().slice(0, 30),
        hidden: !hits.some(own) && `under ${hits[0]?.className?.baseVal ?? hits[0]?.className ?? 'nothing'} at ${Math.round(top)}`,
      };
    });
    if (end) break;
    reached.add(name);
    if (hidden) covered.push(`${name} ${hidden}`);
  }
  assert.ok(reached.size > 40, `${reached.size} were reached`);
  assert.ok(reached.has('capex'), 'the dock was reached');
  assert.deepEqual(covered, []);
});

test('what is dragged can be typed, or pressed at a point and moved by keys (2.5.7)', async ({ open }) => {
  const { page } = await open({ below: true });
  await unfold(page);
  await page.waitForSelector('#beta_gold', { state: 'attached' });
  const ids = await page.locator('input[type=range]').evaluateAll((all) => all.map(({ id }) => id));
  assert.ok(ids.length > 60, `${ids.length} sliders`);
  const boxless = await page.evaluate((ids) => ids.filter((id) => !document.getElementById(`${id}-exact`)?.matches('input[type=text][inputmode]')), ids);
  assert.deepEqual(boxless, ['week'], 'all others have a box for a number');
  const box = page.locator('#tga-exact');
  await box.fill('300');
  await box.press('Enter');
  assert.equal(await page.locator('#tga').inputValue(), '300', 'a typed number moves its slider');
  const week = page.locator('#week');
  const before = Number(await week.inputValue());
  await week.press('ArrowRight');
  assert.equal(Number(await week.inputValue()), before + 1);
  await week.scrollIntoViewIfNeeded();
  const { width, height } = await week.boundingBox();
  await week.click({ position: { x: width * 0.8, y: height / 2 } });
  const pressed = Number(await week.inputValue());
  assert.ok(pressed > 75 && pressed < 95, `pressed at four fifths, the week is ${pressed}`);
});

test('no key does anything by itself (2.1.4)', async ({ open }) => {
  const { page } = await open({ below: true, query: '?v=2&capex=900' });
  const state = () =>
    page.evaluate(() => ({
      address: location.href,
      values: [...document.querySelectorAll('[data-readout]')].map(({ dataset }) => dataset.value),
      inputs: [...document.querySelectorAll('input, select')].map(({ value, checked }) => [value, checked]),
      open: [...document.querySelectorAll('[open]')].length,
      focus: document.activeElement.localName,
    }));
  await page.evaluate(() => document.activeElement.blur());
  const before = await state();
  for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789?/.,;+-') await page.keyboard.press(key);
  await page.waitForTimeout(400);
  assert.deepEqual(await state(), before);
  await page.locator('#tga-exact').fill('300');
  await page.locator('#tga-exact').press('Enter');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('Control+z');
  assert.equal(await page.locator('#tga').inputValue(), '0', 'with a modifier they do');
});

for (const lang of ['en', 'ru']) {
  test(`at four times the size nothing sticks out, in ${lang} (1.4.10)`, async ({ open }) => {
    for (const height of [256, 640]) {
      const { page } = await open({ below: true, viewport: { width: 320, height }, query: `?v=2&lang=${lang}` });
      await page.waitForSelector(`html[lang=${lang}]`, { state: 'attached' });
      assert.equal(await overflow(page), 0);
      await unfold(page);
      await page.waitForTimeout(200);
      assert.equal(await overflow(page), 0, 'unfolded');
    }
  });

  for (const viewport of [PHONE, { width: 1280, height: 800 }]) {
    for (const [what, rules] of [
      ['text of twice the size (1.4.4)', ':root { font-size: 200% !important; }'],
      ['spaced text (1.4.12)', '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }'],
    ]) {
      test(`${what} is not cut off at ${viewport.width} pixels, in ${lang}`, async ({ open }) => {
        const { page } = await open({ below: true, viewport, query: `?v=2&lang=${lang}&capex=1000` });
        await page.waitForSelector(`html[lang=${lang}]`, { state: 'attached' });
        await unfold(page);
        await restyle(page, rules);
        await page.waitForTimeout(300);
        assert.deepEqual(await clipped(page), []);
        assert.ok((await overflow(page)) <= 0, 'nothing sticks out');
      });
    }
  }
}

test('in the visitor’s own colours nothing that is chosen or can be pressed vanishes', async ({ open }) => {
  const { page } = await open({ below: true, forcedColors: 'active', colorScheme: 'dark', query: '?v=2&tga=300' });
  const seen = await page.evaluate(() => {
    const border = (selector) => getComputedStyle(document.querySelector(selector)).borderBottomColor;
    const colour = (selector) => getComputedStyle(document.querySelector(selector)).color;
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    return {
      ground,
      tabs: [border('.tab[data-tab][aria-current]'), border('.tab[data-tab]:not([aria-current])')],
      edges: ['.readout', '.panel', '.scenario', '#tga-exact'].map((selector) => [selector, border(selector)]),
      inks: ['[data-headline]', '.tab', '.tool', '.readout-value'].map((selector) => [selector, colour(selector)]),
    };
  });
  assert.notEqual(seen.tabs[0], seen.tabs[1], 'the tab that is shown is marked');
  for (const [selector, colour] of [...seen.edges, ...seen.inks]) assert.notEqual(colour, seen.ground, selector);
});
