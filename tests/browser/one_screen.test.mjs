// One screen: any lever, the whole tub and any chart or reason at once, and the first scenario.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { faults, show, suite } from './harness.mjs';

const test = suite(nodeTest);
const DESKTOPS = [[1280, 720], [1440, 900], [1920, 1080]];

/** The elements that are not wholly inside the window, by name. */
const outside = (page, selectors) =>
  page.evaluate((selectors) => {
    const name = (one) => one.id || one.dataset.section || one.dataset.readout || one.className.baseVal || one.className;
    return selectors
      .flatMap((selector) => [...document.querySelectorAll(selector)])
      .filter((one) => one.getClientRects().length > 0)
      .filter((one) => {
        const { top, bottom, left, right } = one.getBoundingClientRect();
        return top < -1 || left < -1 || bottom > innerHeight + 1 || right > innerWidth + 1;
      })
      .map(name);
  }, selectors);

/** Scrolls the slot to an element, as by hand; what comes into view on the way may grow. */
const scrollSlot = (page, id) =>
  page.evaluate(async (id) => {
    const [body, one] = [document.querySelector('.slot-body'), document.getElementById(id)];
    if (!one) throw new Error(`${id} is gone`);
    body.dispatchEvent(new Event('wheel', { bubbles: true }));
    for (let i = 0; i < 6; i += 1) {
      body.scrollTop += one.getBoundingClientRect().top - body.getBoundingClientRect().top - 4;
      await new Promise((resume) => setTimeout(resume, 60));
    }
  }, id);

for (const [width, height] of DESKTOPS) {
  test(`at ${width} × ${height} any lever, the tub and any chart or reason are in sight at once`, async ({ open }) => {
    const { page, record } = await open({ below: true, viewport: { width, height }, query: '?v=2&capex=900' });
    await page.evaluate(() => {
      const { bottom } = document.querySelector('.bench').getBoundingClientRect();
      scrollTo(0, Math.max(0, bottom - innerHeight));
    });
    const before = await page.evaluate(() => scrollY);
    const seen = new Set();
    // One group is open at a time.
    const groups = await page.locator('.group-fold').evaluateAll((all) => all.map((group) => group.dataset.group));
    for (const group of groups) {
      await page.evaluate((group) => {
        document.querySelector(`[data-group=${group}]`).open = true;
      }, group);
      await page.waitForSelector(`[data-group=${group}] input`, { state: 'attached' });
      assert.equal(await page.locator('.group-fold[open]').count(), 1, group);
      const levers = await page.locator('.lever input[type=range]').evaluateAll((all) => all.map(({ id }) => id));
      for (const id of levers.filter((id) => !seen.has(id))) {
        seen.add(id);
        await page.evaluate((id) => {
          const [panel, lever] = [document.querySelector('.panel'), document.getElementById(id)];
          panel.scrollTop += lever.getBoundingClientRect().top - panel.getBoundingClientRect().top - 60;
        }, id);
        assert.deepEqual(await outside(page, [`#${id}`, '.tub-scene', '[data-readout]']), [], id);
      }
    }
    assert.ok(seen.size > 60, `${seen.size} levers`);
    for (const tab of ['level', 'ducks', 'why', 'next', 'money', 'books', 'history']) await show(page, tab);
    await page.waitForSelector('[data-backtest]', { timeout: 30_000 });
    await page.locator('[data-slot] canvas').nth(12).waitFor({ state: 'attached' });
    const charts = await page.locator('[data-slot] canvas').evaluateAll((all) => all.map(({ id }) => id));
    assert.equal(charts.length, 13, `${charts}`);
    await page.evaluate(() => document.querySelector('.panel').scrollTo(0, 0));
    const lever = '#capex';
    for (const id of charts) {
      await scrollSlot(page, `${id}-title`);
      assert.deepEqual(await outside(page, [`#${id}`, `#${id}-title`, '.tub-scene', lever]), [], id);
    }
    assert.equal(await page.evaluate(() => scrollY), before, 'the page itself stands still');
    assert.deepEqual(faults(record), []);
  });
}

test('on a phone the tub with both pipes, the read-outs and one lever are in sight at once', async ({ open }) => {
  const { page } = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await page.evaluate(() => {
    document.querySelector('.scene-figure').scrollIntoView();
  });
  const parts = ['.tub-scene', '.part[data-part=from-tank]', '.part[data-part=from-tub]', '[data-readout]'];
  assert.deepEqual(await outside(page, [...parts, '#capex']), []);
  const { picture, dock } = await page.evaluate(() => ({
    picture: document.querySelector('.tub-scene').getBoundingClientRect().bottom,
    dock: document.querySelector('.dock').getBoundingClientRect().top,
  }));
  assert.ok(picture <= dock + 1, `the dock at ${dock} hides the picture down to ${picture}`);
  for (const lever of ['tga', 'runoff', 'rate', 'dry', 'capex']) {
    // Not by the runner's tap, which scrolls what sticks to an edge.
    await page.evaluate((lever) => document.querySelector(`[data-dock=${lever}]`).click(), lever);
    assert.deepEqual(await outside(page, [...parts, `#${lever}`]), [], lever);
  }
});

for (const [width, height] of [...DESKTOPS, [768, 1024], [390, 844], [360, 640]]) {
  test(`at ${width} × ${height} the first scenario is chosen without scrolling, and named`, async ({ open }) => {
    const { page, record } = await open({ viewport: { width, height } });
    assert.equal(await page.locator('[data-scenario]').count(), 13);
    assert.deepEqual(await outside(page, ['[data-scenario=abundance]']), []);
    await page.locator('[data-scenario=abundance]').click();
    const said = page.locator('.scenario-words');
    assert.match(await said.innerText(), /Abundance: the 2010s\. Reserves are more than a sixth of bank assets.* week 52/u);
    assert.match(await said.textContent(), /Data or assumption:.*Try next:/u);
    if (width >= 1280) assert.deepEqual(await outside(page, ['.scenario-words', '[data-readout]']), []);
    assert.equal(await page.title(), 'Abundance: the 2010s – The liquidity bathtub');
    await page.locator('[data-scenario=repo-spike]').click();
    assert.equal(await page.locator('#week').inputValue(), '13', 'it opens at its week');
    await page.waitForURL(/scenario=repo-spike/u);
    // A label alone: values win.
    const other = await open({ query: '?v=2&scenario=repo-spike&capex=900' });
    assert.equal(await other.page.locator('#capex-exact').inputValue(), '900');
    assert.equal(await other.page.locator('#start').inputValue(), '2026-10-07');
    assert.match(await other.page.locator('.scenario-words').innerText(), /changed since/u);
    assert.deepEqual(faults(record), []);
  });
}

for (const [width, height] of [...DESKTOPS, [768, 1024]]) {
  test(`at ${width} × ${height} row and tub stay where they are when a scenario is chosen and told`, async ({ open }) => {
    for (const lang of ['en', 'ru']) {
      const { page } = await open({ below: true, viewport: { width, height }, query: `?v=2&start=2026-10-07&lang=${lang}` });
      await page.waitForSelector(`html[lang=${lang}]`, { state: 'attached' });
      const places = () =>
        page.evaluate(() =>
          ['.scenarios > ul', '.tub-scene'].map((name) => {
            const { x, y, width } = document.querySelector(name).getBoundingClientRect();
            return [name, Math.round(x), Math.round(y), Math.round(width)];
          }),
        );
      const before = await places();
      // Headlines of more than one line are another matter.
      const lines = () => page.locator('.scene-words').evaluate((words) => words.getBoundingClientRect().height);
      const high = await lines();
      for (const key of ['abundance', 'shutdown-squeeze', 'circular-break', 'soft-landing']) {
        await page.evaluate((key) => document.querySelector(`[data-scenario=${key}]`).click(), key);
        await page.waitForSelector(`[data-scenario=${key}][aria-pressed=true]`);
        assert.ok(await page.locator('.scenario-words summary').isVisible(), key);
        if ((await lines()) === high) assert.deepEqual(await places(), before, `${lang}: ${key}`);
        await page.locator('.scenario-words summary').click();
        if ((await lines()) === high) assert.deepEqual(await places(), before, `${lang}: ${key}, told`);
      }
    }
  });
}

for (const [width, height] of [[1280, 720], [1920, 1080]]) {
  test(`on a projector of ${width} × ${height} the tub, the numbers, the slider and time are in sight in every language`, async ({ open }) => {
    for (const lang of ['en', 'ru', 'vi', 'zh-Hans', 'zh-Hant']) {
      const before = (page) => page.addInitScript(() => localStorage.setItem('bathtub.preferences', JSON.stringify({ seen: true, view: 'present' })));
      const { page } = await open({ before, below: true, viewport: { width, height }, query: `?v=2&start=2026-10-07&capex=1200&lang=${lang}` });
      await page.waitForSelector(`html[lang=${lang}]`, { state: 'attached' });
      await page.waitForTimeout(200);
      assert.deepEqual(await outside(page, ['.tub-scene', '[data-readout]', '#capex', '#capex-exact', '.player']), [], lang);
      const panel = await page.locator('.panel').boundingBox();
      const slider = await page.locator('#capex').boundingBox();
      assert.ok(slider.y + slider.height <= panel.y + panel.height + 1, `${lang}: the slider is in its panel`);
    }
  });
}
