// Time: played, moved by hand, by keyboard and by its key weeks; and where nothing may move.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { faults, suite } from './harness.mjs';

const test = suite(nodeTest);

const SHOCK = '?v=2&start=2026-10-07&shock=20&shock_week=20';
const week = (page) => page.locator('#week').inputValue().then(Number);
const level = (page) => page.locator('[data-readout="level"]').getAttribute('data-value').then(Number);
const play = (page) => page.locator('[data-play]');
/** What a press does: the name says whether time plays, and nothing says it twice. */
const offers = (page) => play(page).getAttribute('aria-label');
const comesToOffer = (page, name) => page.waitForFunction((name) => document.querySelector('[data-play]').ariaLabel === name, name);
const beyond = (page, least) => page.waitForFunction((least) => Number(document.querySelector('#week').value) > least, least);
const at = (page, exactly) => page.waitForFunction((week) => Number(document.querySelector('#week').value) === week, exactly);

test('time plays, stops when it is pressed again, and is one step of undo', async ({ open }) => {
  const { page, record } = await open({ query: `${SHOCK}&week=10` });
  const before = await level(page);
  await play(page).click();
  assert.equal(await offers(page), 'Pause');
  assert.equal(await play(page).getAttribute('aria-pressed'), null, 'a name that changes has no state beside it');
  await beyond(page, 24);
  assert.equal(await page.locator('[role=status].visually-hidden').textContent(), '', 'nothing is said meanwhile');
  await play(page).click();
  assert.equal(await offers(page), 'Play');
  const stopped = await week(page);
  assert.ok(stopped > 24 && stopped < 104, `week ${stopped}`);
  assert.notEqual(await level(page), before);
  await page.waitForTimeout(500);
  assert.equal(await week(page), stopped, 'it stands still');
  await page.waitForFunction((week) => location.search.includes(`week=${week}`), stopped);
  assert.notEqual(await page.locator('[role=status].visually-hidden').textContent(), '', 'and then it is');
  await page.keyboard.press('Control+z');
  await at(page, 10);
  assert.deepEqual(faults(record), []);
});

test('time stops at the end and begins again at the start', async ({ open }) => {
  const { page } = await open({ query: `${SHOCK}&week=96` });
  await play(page).focus();
  await page.keyboard.press('Space');
  await comesToOffer(page, 'Pause');
  await comesToOffer(page, 'Play');
  assert.equal(await week(page), 104);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => Number(document.querySelector('#week').value) < 50);
  await page.keyboard.press('Enter');
  assert.equal(await offers(page), 'Play');
});

test('two years pass in about twelve seconds', async ({ open }) => {
  const { page } = await open({ query: `${SHOCK}&week=0` });
  const began = Date.now();
  await play(page).click();
  await page.waitForFunction(() => document.querySelector('#week').value === '104', undefined, { timeout: 60_000 });
  assert.ok(Date.now() - began > 11_000, `${Date.now() - began} ms`);
  assert.equal(await offers(page), 'Play');
});

test('a hand on the line or on a lever stops the time', async ({ open }) => {
  const { page } = await open({ query: `${SHOCK}&week=5` });
  await play(page).click();
  await beyond(page, 7);
  const box = await page.locator('#week').boundingBox();
  await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.up();
  assert.equal(await offers(page), 'Play');
  assert.ok(Math.abs((await week(page)) - 83) <= 2, `week ${await week(page)}`);
  await play(page).click();
  await beyond(page, 85);
  await page.locator('#tga').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await offers(page), 'Play');
});

test('time stops where nobody sees it', async ({ open }) => {
  const { page } = await open({ query: `${SHOCK}&week=5` });
  await play(page).click();
  await beyond(page, 7);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await comesToOffer(page, 'Play');
});

test('the week is moved by keyboard and by its key weeks', async ({ open }) => {
  const { page, record } = await open({ query: SHOCK });
  await page.locator('#week').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal(await week(page), 53);
  await page.keyboard.press('Home');
  assert.equal(await week(page), 0);
  assert.match(await page.locator('.player-week').innerText(), /week 0, October 7, 2026/u);
  const shock = page.getByRole('button', { name: /^Week 20: the shock/u });
  await shock.click();
  assert.equal(await week(page), 20);
  assert.equal(await shock.getAttribute('aria-current'), 'true');
  assert.match(await page.locator('.player-week').innerText(), /week 20, February 24, 2027/u);
  for (const one of await page.locator('[data-week]').all()) {
    assert.match(await one.getAttribute('aria-label'), /^Week \d+: \S/u);
  }
  assert.deepEqual(faults(record), []);
});

test('where movement is to be avoided, a press is a quarter and nothing moves by itself', async ({ open }) => {
  const { page, record } = await open({ query: `${SHOCK}&week=20`, reducedMotion: 'reduce' });
  const step = page.getByRole('button', { name: 'A quarter on' });
  await step.click();
  assert.equal(await week(page), 26);
  await page.waitForTimeout(600);
  assert.equal(await week(page), 26);
  assert.equal(await offers(page), 'A quarter on');
  await step.click();
  assert.equal(await week(page), 39);
  await page.keyboard.press('Control+z');
  await at(page, 26);
  assert.deepEqual(faults(record), []);
});

for (const { name, viewport, height, target, ...more } of [
  { name: 'a laptop', viewport: { width: 1280, height: 720 }, height: 64, target: 24 },
  { name: 'a phone', viewport: { width: 360, height: 740 }, height: 120, target: 44, hasTouch: true },
]) {
  test(`it fits ${name}`, async ({ open }) => {
    const { page } = await open({ query: `${SHOCK}&tga=700&response=1000`, viewport, ...more });
    const box = await page.locator('.player').boundingBox();
    assert.ok(box.height <= height, `${box.height} high`);
    const small = await page.evaluate((target) => {
      const all = [...document.querySelectorAll('.player button, .player input')];
      const boxes = all.map((one) => [one.ariaLabel || one.id, one.getBoundingClientRect()]);
      return boxes
        .filter(([, { width, height, left, right }]) => Math.min(width, height) < target - 0.5 || left < 0 || right > innerWidth)
        .map(([name, { width, height }]) => `${name}: ${width} × ${height}`);
    }, target);
    assert.deepEqual(small, []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
  });
}
