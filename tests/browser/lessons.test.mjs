// Lessons: each is played from start to end, by buttons and by keys, and what is predicted is scored.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as nodeTest from 'node:test';
import path from 'node:path';

import { DIST, command, faults, load, root, settled, suite } from './harness.mjs';

const { AxeBuilder } = load('@axe-core/playwright');
const test = suite(nodeTest);
const ORDER = JSON.parse(readFileSync(path.join(root, 'www/lessons/order.json'), 'utf8'));
const lesson = (id) => JSON.parse(readFileSync(path.join(root, `www/lessons/${id}/lesson.json`), 'utf8'));
const steps = (id) => lesson(id).steps?.length ?? 6;

const place = (page) => page.locator('[data-lesson]').evaluate(({ dataset }) => `${dataset.lesson} ${dataset.step}`);
const at = (page, id, step) => page.locator(`[data-lesson="${id}"][data-step="${step}"]`).waitFor();
const next = (page) => page.locator('[data-lesson] [data-next]').click();

/** Answers whatever a step asks for, in some way, and looks at the truth. */
async function answer(page) {
  const asked = page.locator('[data-lesson] [data-predict]');
  if ((await asked.count()) === 0) return false;
  const kind = await asked.getAttribute('data-predict');
  if (kind === 'choice') await page.locator('[data-predict=choice] input').first().check();
  if (kind === 'order') await page.locator('[data-down]:not([disabled])').first().click();
  if (kind === 'value') await page.locator('#lesson-value').press('ArrowRight');
  if (kind === 'path') await page.locator('[data-point="3"]').press('PageDown');
  await page.locator('[data-check]').click();
  await page.locator('[data-score]').waitFor();
  const points = Number(await page.locator('[data-score]').getAttribute('data-value'));
  assert.ok(points >= 0 && points <= 100, `${points}`);
  return true;
}

for (const [i, id] of ORDER.entries()) {
  const phone = i % 2 === 1;
  const [language, colorScheme] = [['en', 'light'], ['ru', 'dark'], ['vi', 'light'], ['zh-Hans', 'dark'], ['zh-Hant', 'light']][i % 5];
  test(`the lesson ${id} is played to its end, in ${language}`, async ({ open }) => {
    const device = phone ? { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } : { viewport: { width: 1440, height: 900 } };
    const { page, record } = await open({ query: `?lesson=${id}&lang=${language}`, below: true, colorScheme, reducedMotion: 'reduce', ...device });
    let predicted = 0;
    for (let step = 1; step <= steps(id); step += 1) {
      await at(page, id, step);
      const words = await page.locator('[data-lesson]').innerText();
      assert.ok(!/[{}]|NaN|undefined/u.test(words), words);
      const see = async () => {
        const { violations } = await new AxeBuilder({ page }).include('.lesson-place').analyze();
        assert.deepEqual(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0].html.slice(0, 200)}`), [], `step ${step}`);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `step ${step} is ${over} px over the side`);
      };
      await see();
      if (await answer(page)) {
        predicted += 1;
        await see();
      }
      await next(page);
    }
    await page.locator('[data-lessons]').waitFor();
    assert.ok(predicted >= (lesson(id).tasks ? 6 : 2), `${predicted} predictions`);
    assert.match(await page.locator(`[data-open-lesson="${id}"]`).innerText(), /\d/u);
    assert.deepEqual(faults(record), []);
  });
}

test('a link opens a lesson at a step, the address follows, and going back goes back', async ({ open }) => {
  const { page, record } = await open({ query: '?lesson=taps&step=2', below: true });
  await at(page, 'taps', 2);
  await next(page);
  await at(page, 'taps', 3);
  await page.waitForFunction(() => location.search.includes('lesson=taps&step=3'));
  await page.reload();
  await settled(page);
  await at(page, 'taps', 3);
  await page.locator('[data-back]').click();
  await at(page, 'taps', 2);
  await page.locator('[data-all-lessons]').click();
  await page.locator('[data-close-lesson]').click();
  await page.locator('.lesson-place').waitFor({ state: 'detached' });
  await page.waitForFunction(() => !location.search.includes('lesson'));
  // What was on its way when the page was loaded again.
  assert.deepEqual(faults(record).filter((fault) => !fault.endsWith('net::ERR_ABORTED')), []);
});

test('steps beyond a lesson are its last, and a lesson that there is not says so', async ({ open }) => {
  const { page } = await open({ query: '?lesson=taps&step=99', below: true });
  await at(page, 'taps', steps('taps'));
  const other = await open({ query: '?lesson=nothing', below: true });
  await other.page.locator('[data-lesson-missing] [role=alert]').waitFor();
});

test('what is shown is the step’s setting, and after a prediction the truth', async ({ open }) => {
  const { settings, steps: all } = lesson('taps');
  const step = all.findIndex(({ predict }) => predict?.path);
  const { page } = await open({ query: `?lesson=taps&step=${step + 1}`, below: true });
  await at(page, 'taps', step + 1);
  const level = () => page.locator('[data-readout=level]').first().getAttribute('data-value').then(Number);
  const expected = (shown) => {
    const [name, week] = shown.split('@');
    const set = settings[name].split('&').filter(Boolean).flatMap((pair) => ['--set', pair]);
    return command(['run', '--week', week, ...set]).readouts.level;
  };
  assert.ok(Math.abs((await level()) - expected(all[step].show)) < 1e-9);
  await page.locator('[data-check]').click();
  await page.locator('.lesson-truth').waitFor();
  assert.ok(Math.abs((await level()) - expected(all[step].then)) < 1e-9);
});

test('a drawing that does not move is named, and one that is drawn by a pointer is scored', async ({ open }) => {
  const step = lesson('taps').steps.findIndex(({ predict }) => predict?.path) + 1;
  const { page } = await open({ query: `?lesson=taps&step=${step}`, below: true });
  await at(page, 'taps', step);
  await page.locator('[data-check]').click();
  assert.equal(await page.locator('[data-misconception]').getAttribute('data-misconception'), 'no-change');
  await page.reload();
  await settled(page);
  await at(page, 'taps', step);
  const box = await page.locator('.lesson-drawing').boundingBox();
  await page.mouse.move(box.x + 60, box.y + 60);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 120, { steps: 6 });
  await page.mouse.move(box.x + box.width - 14, box.y + 150, { steps: 6 });
  await page.mouse.up();
  const drawn = await page.locator('[data-point]').evaluateAll((points) => points.map((point) => Number(point.getAttribute('aria-valuenow'))));
  assert.ok(drawn.every((value, i) => i === 0 || value <= drawn[i - 1]) && drawn[0] > drawn.at(-1), `${drawn}`);
  await page.locator('[data-check]').click();
  await page.locator('[data-score]').waitFor();
});

test('what is drawn in fits a window of 320 and 360 pixels', async ({ open }) => {
  for (const width of [320, 360]) {
    for (const id of ['taps', 'guess-hawk']) {
      const step = id === 'taps' ? lesson('taps').steps.findIndex(({ predict }) => predict?.path) + 1 : 1;
      const { page, close } = await open({ query: `?lesson=${id}&step=${step}`, below: true, viewport: { width, height: 640 } });
      await page.locator('.lesson-drawing').waitFor();
      await page.waitForTimeout(300);
      const [over, drawn, place] = await page.evaluate(() => [
        document.documentElement.scrollWidth - innerWidth,
        document.querySelector('.lesson-drawing').getBoundingClientRect().width,
        document.querySelector('.lesson-chart').getBoundingClientRect().width,
      ]);
      assert.ok(over <= 0, `${id} at ${width} is ${over} px too wide`);
      assert.ok(Math.abs(drawn - place) < 1, `${drawn} of ${place}`);
      await close();
    }
  }
});

test('a finger draws across and scrolls up and down, and the truth is in sight afterwards', async ({ open }) => {
  const step = lesson('taps').steps.findIndex(({ predict }) => predict?.path) + 1;
  const { page } = await open({ query: `?lesson=taps&step=${step}`, below: true, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await at(page, 'taps', step);
  const drawing = page.locator('.lesson-drawing');
  await drawing.scrollIntoViewIfNeeded();
  const client = await page.context().newCDPSession(page);
  const touch = (type, points) => client.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  const swipe = async (from, to) => {
    await touch('touchStart', [from]);
    for (let i = 1; i <= 8; i += 1) await touch('touchMove', [{ x: from.x + ((to.x - from.x) * i) / 8, y: from.y + ((to.y - from.y) * i) / 8 }]);
    await touch('touchEnd', []);
    await page.waitForTimeout(300);
  };
  const drawn = () => page.locator('[data-point]').evaluateAll((points) => points.map((point) => Number(point.getAttribute('aria-valuenow'))));
  const before = await drawn();
  let box = await drawing.boundingBox();
  const top = await page.evaluate(() => scrollY);
  await swipe({ x: box.x + box.width / 2, y: box.y + box.height * 0.8 }, { x: box.x + box.width / 2 + 2, y: box.y - 150 });
  assert.ok((await page.evaluate(() => scrollY)) > top + 50, 'the page scrolled');
  assert.deepEqual(await drawn(), before, 'and nothing was drawn');
  await drawing.scrollIntoViewIfNeeded();
  box = await drawing.boundingBox();
  await swipe({ x: box.x + 50, y: box.y + 60 }, { x: box.x + box.width - 20, y: box.y + 110 });
  const after = await drawn();
  assert.ok(after[0] > after.at(-1), `${after}`);
  await page.locator('[data-check]').click();
  await page.locator('[data-score]').waitFor();
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => {
    const inside = (selector) => {
      const { top, bottom } = document.querySelector(selector).getBoundingClientRect();
      return top > -1 && bottom < innerHeight + 1;
    };
    return [inside('.lesson-drawing'), inside('[data-score]')];
  });
  assert.deepEqual(seen, [true, true], 'drawing and score are in sight');
});

test('a scenario is predicted before it is seen, from its words and from the list', async ({ open }) => {
  const { page, record } = await open({ query: '?v=2&lang=en', below: true });
  await page.locator('[data-scenario=shutdown-squeeze]').click();
  await page.locator('.scenario-words summary').click();
  await page.locator('[data-guess]').click();
  await at(page, 'guess-shutdown-squeeze', 1);
  const level = () => page.locator('[data-readout=level]').first().getAttribute('data-value').then(Number);
  assert.equal(await level(), 100, 'the start is shown');
  for (const step of [1, 2]) {
    await at(page, 'guess-shutdown-squeeze', step);
    assert.ok(await answer(page), 'something is predicted');
    const { violations } = await new AxeBuilder({ page }).include('.lesson-place').analyze();
    assert.deepEqual(violations.map(({ id: rule }) => rule), []);
    await next(page);
  }
  await page.locator('[data-lessons]').waitFor();
  await page.locator('[data-open-lesson=guess-hawk]').click();
  await at(page, 'guess-hawk', 1);
  await page.locator('[data-check]').click();
  await page.locator('.lesson-truth').waitFor();
  assert.ok((await level()) !== 100);
  assert.deepEqual(faults(record), []);
});

test('a goal is reached by its answer and by no other lever', async ({ open }) => {
  const { settings, steps: all } = lesson('taps');
  const step = all.findIndex(({ goal }) => goal);
  const { goal } = all[step];
  const { page } = await open({ query: `?lesson=taps&step=${step + 1}`, below: true });
  await page.locator('[data-goal=open]').waitFor();
  await page.locator('[data-ask-hint]').click();
  await page.locator('[data-hint]').waitFor();
  const to = (key, value) => page.locator(`#${key}`).evaluate((input, value) => {
    input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);
  await page.locator('[data-goal=open]').getByText(/it is \d+\.\d, and must be above 100/u).waitFor();
  await to('rate', '-100');
  await page.locator('[data-goal=open]').getByText('not yours to move').waitFor();
  await page.locator('[data-reset-goal]').click();
  for (const pair of settings[goal.answer].split('&')) await to(...pair.split('='));
  await page.locator('[data-goal=reached]').waitFor();
});

test('progress is kept on this device, and forgotten when asked', async ({ open }) => {
  const { page } = await open({ query: '?lesson=before', below: true });
  for (let step = 1; step <= 6; step += 1) {
    await at(page, 'before', step);
    await answer(page);
    if (step === 6) await page.locator('[data-total]').waitFor();
    await next(page);
  }
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem('bathtub.lessons')));
  assert.equal(Object.keys((await kept()).points.before).length, 6);
  await page.locator('[data-open-lesson=after]').click();
  for (let step = 1; step <= 6; step += 1) {
    await at(page, 'after', step);
    await answer(page);
    if (step === 6) await page.locator('[data-gain]').waitFor();
    await next(page);
  }
  await page.locator('[data-clear-lessons]').click();
  assert.equal(await kept(), null);
  assert.equal(await page.locator('[data-clear-lessons]').count(), 0);
});

test('the same tasks come again with the same seed, and others after the lessons', async ({ open }) => {
  const asked = async (round, seed) => {
    const before = (page) => page.addInitScript((seed) => localStorage.setItem('bathtub.lessons', JSON.stringify({ seed })), seed);
    const { page } = await open({ query: `?lesson=${round}`, below: true, before });
    const texts = [];
    for (let step = 1; step <= 6; step += 1) {
      await at(page, round, step);
      texts.push(await page.locator('[data-lesson] svg').first().getAttribute('aria-label'));
      await next(page);
    }
    return texts.join('\n');
  };
  const first = await asked('before', 7);
  assert.equal(await asked('before', 7), first);
  assert.notEqual(await asked('before', 8), first);
  assert.notEqual(await asked('after', 7), first);
});

test('a frame has the lesson and the tub, and nothing around', async ({ open }) => {
  const { page, record } = await open({ query: '?embed=1&lesson=taps&step=2' });
  await at(page, 'taps', 2);
  for (const gone of ['.masthead', '.paper', '.player-place']) assert.equal(await page.locator(gone).first().isVisible(), false, gone);
  assert.ok(await page.locator('.scene-figure').isVisible());
  assert.deepEqual(faults(record), []);
});

test('a lesson in a language that has none is in English and says so', async ({ open }) => {
  const before = (page) => page.route('**/lessons/taps/ru.json*', (route) => route.fulfill({ status: 404 }));
  const { page } = await open({ query: '?lesson=taps&lang=ru', below: true, before });
  await at(page, 'taps', 1);
  const words = (name) => JSON.parse(readFileSync(path.join(DIST, name), 'utf8'));
  assert.equal(await page.locator('.lesson-head h2').textContent(), words('lessons/taps/en.json').title);
  await page.getByText(words('words/ru.json')['lesson.english']).waitFor();
});

test('a lesson is in sight in the view for a projector, with its buttons and what is drawn in', async ({ open }) => {
  for (const [width, height] of [[1280, 720], [1440, 900], [1920, 1080]]) {
    const before = (page) => page.addInitScript(() => localStorage.setItem('bathtub.preferences', JSON.stringify({ seen: true, view: 'present' })));
    const { page, record } = await open({ query: '?lesson=taps&step=2', below: true, before, viewport: { width, height } });
    await page.locator('.lesson-drawing').waitFor();
    const inside = (selector) => page.locator(selector).first().evaluate((one) => {
      one.scrollIntoView({ block: 'nearest' });
      const { left, right, top, bottom, width: wide } = one.getBoundingClientRect();
      return wide > 0 && left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
    });
    for (const selector of ['.lesson-drawing', '[data-check]', '.scene-figure']) assert.ok(await inside(selector), `${selector} at ${width} × ${height}`);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${over} px over the side at ${width}`);
    // Levers come with the goal that needs them.
    assert.equal(await page.locator('.panel').isVisible(), false);
    for (const _ of [2, 3]) await page.locator('[data-next]').click();
    await page.locator('[data-goal]').waitFor();
    await page.locator('.panel').waitFor();
    assert.deepEqual(faults(record), []);
  }
});

test('nothing covers what is drawn in, in a low window', async ({ open }) => {
  for (const [width, height] of [[1280, 720], [1280, 800], [1366, 768]]) {
    const { page } = await open({ query: '?lesson=taps&step=2', below: true, viewport: { width, height } });
    const point = page.locator('[data-point="4"]');
    await point.scrollIntoViewIfNeeded();
    const free = await point.evaluate((one) => {
      const { left, top, width: wide, height: high } = one.getBoundingClientRect();
      return document.elementFromPoint(left + wide / 2, top + high / 2)?.closest('.lesson-drawing') !== null;
    });
    assert.ok(free, `a point is covered at ${width} × ${height}`);
  }
});
