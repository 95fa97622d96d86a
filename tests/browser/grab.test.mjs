// The drawing is the control: taps, the tank's water line and the data centre's meter are pulled by
// mouse, by finger and by keys, and a press is still a press.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { faults, load, suite } from './harness.mjs';

const { AxeBuilder } = load('@axe-core/playwright');
const test = suite(nodeTest);

const LEVERS = ['capex', 'tga', 'runoff', 'rate', 'dry'];
const STEPS = { capex: 5, tga: 10, runoff: 1, rate: 25, dry: 50 };
const PARTS = { capex: 'data-centre', tga: 'treasury-pays', runoff: 'purchases', rate: 'credit', dry: 'tank' };
const UNDO = '[aria-keyshortcuts="Control+Z Meta+Z"]';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const LAYOUTS = { wide: { viewport: { width: 1920, height: 1080 } }, narrow: { viewport: { width: 1440, height: 900 } } };

const handle = (page, lever) => page.locator(`[data-grab=${lever}]`);
const value = (page, lever) => page.locator(`#${lever}`).inputValue().then(Number);
const said = (page, lever) => handle(page, lever).getAttribute('aria-valuenow').then(Number);
const card = (page) => page.locator('#scene-card:not([hidden])');
const becomes = (page, lever, value) =>
  page.waitForFunction(([lever, value]) => Number(document.getElementById(lever).value) === value, [lever, value]);

/** Opens the page and waits for its handles. */
async function ready(open, { query = '', ...more } = {}) {
  const opened = await open({ query, reducedMotion: 'reduce', ...more });
  await opened.page.waitForSelector('[data-grab=dry]', { state: 'attached' });
  return opened;
}

/** The middle of what answers to a pointer, brought into sight. */
async function middle(page, selector) {
  const hold = page.locator(`${selector} .grab-hold`);
  await hold.scrollIntoViewIfNeeded();
  // On a phone what sticks to the lower edge may lie over it.
  return hold.evaluate(async (hold) => {
    const box = () => hold.getBoundingClientRect();
    scrollBy(0, box().top + box().height / 2 - innerHeight * 0.35);
    await new Promise((resume) => requestAnimationFrame(() => requestAnimationFrame(resume)));
    const { left, top, width, height } = box();
    return [left + width / 2, top + height / 2];
  });
}

async function pull(page, from, by, { drop = true } = {}) {
  await page.mouse.move(...from);
  await page.mouse.down();
  for (let i = 1; i <= 5; i += 1) await page.mouse.move(from[0] + (by[0] * i) / 5, from[1] + (by[1] * i) / 5);
  if (drop) await page.mouse.up();
}

/** A finger that rests for so many ms and goes from one point to another. */
async function swipe(page, from, by, { rest = 0, drop = true } = {}) {
  const client = await page.context().newCDPSession(page);
  const point = (share) => [{ x: from[0] + by[0] * share, y: from[1] + by[1] * share }];
  await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(0) });
  await page.waitForTimeout(rest);
  for (let i = 1; i <= 10; i += 1) {
    await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: point(i / 10) });
    await page.waitForTimeout(16);
  }
  if (drop) await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(300);
  return client;
}

/** Height of the water line in the tank, CSS px of the window. */
const line = (page) => page.evaluate(() => document.querySelector('.tank .surface').getBoundingClientRect().top);

for (const [layout, size] of Object.entries(LAYOUTS)) {
  for (const lever of LEVERS) {
    test(`the mouse pulls ${lever} in the ${layout} picture, in one step that the link follows`, async ({ open }) => {
      const { page, record } = await ready(open, { ...size, query: '?v=2&week=20' });
      assert.equal(await page.locator('.grabs').count(), 1, 'of one picture alone');
      assert.ok(await page.locator(`.tub-scene[data-layout=${layout}]`).isVisible());
      const before = await value(page, lever);
      const by = lever === 'dry' ? [0, -20] : [30, 0];
      const at = await middle(page, `[data-grab=${lever}]`);
      const top = await line(page);
      await pull(page, at, by);
      const after = await value(page, lever);
      const up = ['capex', 'dry'].includes(lever);
      assert.ok(up ? after > before : after < before, `${before} became ${after}`);
      assert.equal(Math.abs(after) % STEPS[lever], 0, `${after} is on the lever's grid`);
      assert.equal(await said(page, lever), after);
      if (lever === 'dry') {
        const off = Math.abs((await line(page)) - (top - 20));
        assert.ok(off <= 3, `the water line is ${off} px off the pointer`);
      }
      assert.equal(await card(page).count(), 0, 'the end of a pull is no press');
      await page.waitForURL(new RegExp(`[?&]${lever}=${after}(&|$)`, 'u'));
      await page.keyboard.press('Control+z');
      await becomes(page, lever, before);
      await page.keyboard.press('Control+Shift+z');
      await becomes(page, lever, after);
      assert.deepEqual(faults(record), []);
    });
  }

  test(`a press asks for the card and changes nothing in the ${layout} picture`, async ({ open }) => {
    const { page } = await ready(open, size);
    const address = page.url();
    for (const lever of LEVERS) {
      const before = await value(page, lever);
      const [x, y] = await middle(page, `[data-grab=${lever}]`);
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 2, y + 2);
      await page.mouse.up();
      await page.waitForSelector(`#scene-card[data-about=${PARTS[lever]}]:not([hidden])`);
      assert.equal(await value(page, lever), before);
      await page.keyboard.press('Escape');
      await card(page).waitFor({ state: 'detached' });
    }
    await page.waitForTimeout(400);
    assert.equal(page.url(), address);
  });

  test(`Escape gives a pull up in the ${layout} picture`, async ({ open }) => {
    const { page } = await ready(open, { ...size, query: '?v=2&capex=812&dry=620' });
    for (const lever of LEVERS) {
      const before = await page.locator(`#${lever}-exact`).inputValue();
      const by = lever === 'dry' ? [0, -30] : [40, 0];
      const at = await middle(page, `[data-grab=${lever}]`);
      await pull(page, at, by, { drop: false });
      await page.waitForFunction(([lever, before]) => document.getElementById(`${lever}-exact`).value !== before, [lever, before]);
      await page.keyboard.press('Escape');
      await page.waitForFunction(([lever, before]) => document.getElementById(`${lever}-exact`).value === before, [lever, before]);
      await page.mouse.move(at[0] + by[0] * 2, at[1] + by[1] * 2);
      await page.mouse.up();
      assert.equal(await page.locator(`#${lever}-exact`).inputValue(), before, `${lever} stays`);
      assert.equal(await card(page).count(), 0);
    }
    assert.equal(await page.locator(UNDO).first().getAttribute('aria-disabled'), 'true', 'no step is left');
  });
}

for (const lever of LEVERS) {
  test(`keys move ${lever} from its handle as they move its slider`, async ({ open }) => {
    const { page, record } = await ready(open, { viewport: { width: 1920, height: 1080 } });
    const [min, max, before] = await page.locator(`#${lever}`).evaluate(({ min, max, value }) => [min, max, value].map(Number));
    const one = handle(page, lever);
    assert.deepEqual([await one.getAttribute('role'), await one.getAttribute('tabindex')], ['slider', '0']);
    assert.deepEqual([await one.getAttribute('aria-valuemin'), await one.getAttribute('aria-valuemax')].map(Number), [min, max]);
    await one.focus();
    assert.equal(await card(page).count(), 0, 'no card stands over it');
    const step = STEPS[lever];
    const clamp = (value) => Math.min(max, Math.max(min, value));
    let now = before;
    for (const [key, next] of [
      ['ArrowRight', (value) => value + step],
      ['ArrowUp', (value) => value + step],
      ['ArrowLeft', (value) => value - step],
      ['ArrowDown', (value) => value - step],
      ['PageDown', (value) => value - 10 * step],
      ['PageUp', (value) => value + 10 * step],
      ['End', () => max],
      ['Home', () => min],
    ]) {
      await page.keyboard.press(key);
      now = clamp(next(now));
      await becomes(page, lever, now);
      assert.equal(await said(page, lever), now, key);
      assert.equal(await one.getAttribute('aria-valuetext'), await page.locator(`#${lever}`).getAttribute('aria-valuetext'));
      assert.ok(await one.evaluate((one) => one === document.activeElement), `${key} keeps the focus`);
    }
    await page.waitForURL(new RegExp(`[?&]${lever}=${min}(&|$)`, 'u'));
    await page.keyboard.press('Control+z');
    await becomes(page, lever, max);
    await page.keyboard.press('Tab');
    assert.ok(!(await one.evaluate((one) => one === document.activeElement)));
    assert.deepEqual(faults(record), []);
  });
}

test('the drain of a lever is pulled as well, and is no second stop of the keyboard', async ({ open }) => {
  for (const size of Object.values(LAYOUTS)) {
    const { page, close } = await ready(open, size);
    for (const lever of ['tga', 'runoff', 'rate']) {
      const before = await value(page, lever);
      await pull(page, await middle(page, `[data-second=${lever}]`), [30, 0]);
      assert.ok((await value(page, lever)) > before, lever);
    }
    assert.equal(await page.locator('.grabs [tabindex]').count(), 5);
    assert.equal(await page.locator('.grabs [data-second]:not([aria-hidden=true])').count(), 0);
    await close();
  }
});

test('a finger turns a tap and moves the meter sideways, and pulls the water line after a rest', async ({ open }) => {
  const { page, record } = await ready(open, PHONE);
  for (const [lever, by, rest] of [['tga', [-50, 6], 0], ['capex', [25, 4], 0], ['dry', [0, -20], 420]]) {
    const before = await value(page, lever);
    const at = await middle(page, `[data-grab=${lever}]`);
    const scrolled = await page.evaluate(() => scrollY);
    await swipe(page, at, by, { rest });
    const after = await value(page, lever);
    assert.ok(after > before, `${lever}: ${before} became ${after}`);
    assert.equal(await page.evaluate(() => scrollY), scrolled, 'nothing scrolls meanwhile');
    assert.equal(await card(page).count(), 0);
    await page.waitForURL(new RegExp(`[?&]${lever}=${after}(&|$)`, 'u'));
    await page.evaluate((undo) => document.querySelector(undo).click(), UNDO);
    await becomes(page, lever, before);
  }
  assert.deepEqual(faults(record), []);
});

test('a swipe up that begins on a handle scrolls and changes nothing', async ({ open }) => {
  const { page } = await ready(open, PHONE);
  const address = page.url();
  for (const selector of [...LEVERS.map((lever) => `[data-grab=${lever}]`), '[data-second=tga]']) {
    const before = await Promise.all(LEVERS.map((lever) => value(page, lever)));
    const at = await middle(page, selector);
    const scrolled = await page.evaluate(() => scrollY);
    await swipe(page, at, [4, -180]);
    assert.ok((await page.evaluate(() => scrollY)) > scrolled + 20, `${selector} lets the page scroll`);
    assert.deepEqual(await Promise.all(LEVERS.map((lever) => value(page, lever))), before, selector);
    assert.equal(await card(page).count(), 0, selector);
  }
  await page.waitForTimeout(400);
  assert.equal(page.url(), address);
});

test('a touch that the browser takes away puts back what was before', async ({ open }) => {
  const { page } = await ready(open, PHONE);
  const client = await swipe(page, await middle(page, '[data-grab=tga]'), [60, 0], { drop: false });
  assert.ok((await value(page, 'tga')) < 0);
  await client.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
  await becomes(page, 'tga', 0);
});

test('a tap with a finger asks for the card, which says how the part is pulled', async ({ open }) => {
  const { page } = await ready(open, PHONE);
  for (const [lever, help] of [['tga', /to the right to open/u], ['dry', /with a finger, hold the line/u], ['capex', /to the right for more/u]]) {
    await page.touchscreen.tap(...(await middle(page, `[data-grab=${lever}]`)));
    await page.waitForSelector(`#scene-card[data-about=${PARTS[lever]}]:not([hidden])`);
    assert.match(await card(page).innerText(), help);
    await page.locator('#scene-card [data-close]').tap();
  }
});

test('a handle that is pulled leaves what is told, as a lever does', async ({ open }) => {
  const { page } = await ready(open, { first: true, viewport: { width: 1920, height: 1080 } });
  await page.locator('[data-opening]').waitFor();
  await pull(page, await middle(page, '[data-grab=tga]'), [-40, 0]);
  assert.equal(await page.locator('[data-opening]').count(), 0);
  assert.deepEqual([await value(page, 'capex'), await value(page, 'tga')], [725, 300]);
  // The lever that is handed over goes on from what was shown.
  await page.locator('[data-show-me]').click();
  for (let i = 0; i < 3; i += 1) await page.locator('[data-next]').click();
  await becomes(page, 'dry', 600);
  await pull(page, await middle(page, '[data-grab=dry]'), [0, -60]);
  assert.equal(await page.locator('[data-opening]').count(), 0);
  assert.equal(await value(page, 'capex'), 1000);
  assert.ok((await value(page, 'dry')) > 900);
});

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of [{ width: 390, height: 844 }, { width: 1440, height: 900 }, { width: 1920, height: 1080 }]) {
    test(`handles are seen with the focus and no rule is broken at ${viewport.width} pixels, ${colorScheme}`, async ({ open }) => {
      const { page } = await ready(open, { below: true, viewport, colorScheme });
      await handle(page, 'dry').focus();
      await page.keyboard.press('ArrowUp');
      const { violations } = await new AxeBuilder({ page }).analyze();
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`), []);
      const { ring, marks, small } = await page.evaluate(() => ({
        ring: getComputedStyle(document.activeElement.querySelector('.grab-hold')).stroke,
        marks: getComputedStyle(document.activeElement.querySelector('.grab-marks')).opacity,
        small: [...document.querySelectorAll('.grab .grab-hold')]
          .map((hold) => hold.getBoundingClientRect())
          .filter(({ width, height }) => Math.min(width, height) < 24).length,
      }));
      assert.equal(ring, colorScheme === 'dark' ? 'rgb(255, 217, 138)' : 'rgb(11, 92, 173)');
      assert.equal(marks, '1');
      assert.equal(small, 0, 'each is large enough');
    });
  }
}
