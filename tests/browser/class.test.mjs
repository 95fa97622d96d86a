// A class: what a learner answers leaves as a code, and a teacher reads many of them at once.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as nodeTest from 'node:test';
import path from 'node:path';

import { code } from './codes.mjs';
import { faults, load, root, suite } from './harness.mjs';

const { AxeBuilder } = load('@axe-core/playwright');
const test = suite(nodeTest);
const TAPS = JSON.parse(readFileSync(path.join(root, 'www/lessons/taps/lesson.json'), 'utf8'));

/** Answers of one of many learners to the lesson on taps, and to the tasks before it. */
const learner = (number, more = {}) =>
  code(number, {
    taps: { drain: ['path', Array.from({ length: 8 }, (_, at) => 20 + ((number * 7 + at * 3) % 50))], both: ['number', (number * 3) % 20], refill: ['goal', number % 2], ...more },
  });

const read = async (page, text) => {
  await page.locator('#class-codes').fill(text);
  await page.locator('[data-read-codes]').click();
};

const learners = (page, count) => page.locator(`[data-class][data-learners="${count}"]`).waitFor();

test('what a learner predicts leaves as a code, and the teacher’s page has the same', async ({ open }) => {
  const { page, record } = await open({ query: '?lesson=taps&step=2', below: true });
  await page.locator('[data-point="3"]').press('PageDown');
  await page.locator('[data-point="5"]').press('ArrowUp');
  const drawn = await page.locator('[data-point]').evaluateAll((points) => points.map((point) => Number(point.getAttribute('aria-valuenow'))));
  await page.locator('[data-check]').click();
  const points = await page.locator('[data-score]').getAttribute('data-value');
  await page.locator('[data-next]').click();
  await page.locator('#lesson-value').press('ArrowRight');
  await page.locator('[data-check]').click();
  await page.locator('[data-all-lessons]').click();
  await page.locator('.lesson-code summary').click();
  const text = await page.locator('[data-code]').inputValue();
  const { seed } = await page.evaluate(() => JSON.parse(localStorage.getItem('bathtub.lessons')));
  const { low, high } = TAPS.steps[1].predict.path;
  // Round steps, a hundred at most: of 3.5 points 70.
  assert.equal(high - low, 3.5);
  const steps = drawn.map((value) => Math.round((value - low) / 0.05));
  const value = TAPS.steps[2].predict.value;
  const placed = Math.round((value.rest - value.low) / value.step) + 1;
  assert.equal(text, code(seed, { taps: { drain: ['path', steps], both: ['number', placed] } }), 'the code is what its description says');

  const saved = page.waitForEvent('download');
  await page.locator('[data-save-code]').click();
  const file = await saved;
  assert.match(file.suggestedFilename(), /^bathtub-answers-[a-z2-7]{4}\.txt$/u);
  assert.equal(readFileSync(await file.path(), 'utf8').trim(), text);

  await page.locator('[data-open-class]').click();
  await read(page, `my code:\n> ${text.match(/.{1,60}/gu).join('\n> ')}`);
  await learners(page, 1);
  await page.locator('[data-class-step=drain]').waitFor();
  const table = page.waitForEvent('download');
  await page.locator('[data-save-class=csv]').click();
  const rows = readFileSync(await (await table).path(), 'utf8').replace('\ufeff', '').trim().split('\n');
  assert.equal(rows[0], 'learner,lesson,step,answer,right,points,mistake,hints');
  const drain = rows.find((row) => row.includes(',drain,')).split(',');
  assert.equal(drain[5], points, 'the score is the same on both sides');
  assert.deepEqual(drain[3].split(' ').slice(1).map(Number), drawn);
  assert.deepEqual(faults(record), []);
  // Nothing of it is kept.
  assert.ok(!(await page.evaluate(() => JSON.stringify(localStorage))).includes('TUB1'));
});

for (const [width, colorScheme, language] of [[1440, 'light', 'en'], [390, 'dark', 'ru'], [360, 'light', 'zh-Hant']]) {
  test(`a class of thirty is read at once at ${width} pixels, in ${language}`, async ({ open }) => {
    const { page, record } = await open({ query: `?lesson=class&lang=${language}`, below: true, colorScheme, viewport: { width, height: 900 } });
    await page.locator('#class-codes').waitFor();
    const all = Array.from({ length: 30 }, (_, at) => learner(at + 1));
    await read(page, all.join('\n'));
    await learners(page, 30);
    await page.locator('[data-class-step=both]').waitFor();
    for (const step of ['drain', 'both', 'refill']) {
      assert.equal(await page.locator(`[data-class-step=${step}]`).getAttribute('data-answers'), '30', step);
    }
    assert.equal(await page.locator('[data-class-step=drain] .class-one').count(), 30);
    const words = await page.locator('[data-class]').innerText();
    assert.ok(!/[{}]|NaN|undefined|class\./u.test(words), words);
    const { violations } = await new AxeBuilder({ page }).include('.lesson-place').analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`), []);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${over} px over the side`);
    // A code that comes again takes the place of the earlier one.
    await read(page, learner(3, { refill: ['goal', 5] }));
    await learners(page, 30);
    await page.locator('[data-forget-class]').click();
    await learners(page, 0);
    assert.equal(await page.locator('[data-class-lesson]').count(), 0);
    assert.deepEqual(faults(record), []);
  });
}

test('what is no code, or a hostile one, is refused in a sentence', async ({ open }) => {
  const { page, record } = await open({ query: '?lesson=class', below: true });
  await page.locator('#class-codes').waitFor();
  const told = () => page.locator('[data-class-told]').innerText();
  await read(page, 'nothing <img src=x onerror=alert(1)>');
  await page.waitForFunction(() => document.querySelector('[data-class-told]').innerText.includes('TUB1:'));
  const good = learner(1);
  const wrong = good.replace(/(?<=TUB1:.*)[AB]/u, (letter) => (letter === 'A' ? 'B' : 'A'));
  const named = (name) => code(9, { [name]: { [name]: ['choice', 0] } });
  const unfit = code(8, { taps: { drain: ['order', [0, 1]], both: ['number', 60_000], 'no-step': ['choice', 1] }, before: { sum: ['path', [1]] } });
  await read(page, [good, wrong, good.slice(0, -3), 'TUB2:AAAA:END', `TUB1:${'A'.repeat(9000)}:END`, named('=cmd|x'), named('<b>'), named('no-lesson'), unfit].join(' '));
  await learners(page, 3);
  await page.locator('[data-class-lesson=taps]').waitFor();
  const said = await told();
  assert.equal((said.match(/was not read/gu) ?? []).length, 6, said);
  for (const why of ['end is missing', 'missing or wrong', 'too long', 'another version']) assert.ok(said.includes(why), `${why}: ${said}`);
  assert.ok((await page.locator('[data-class]').innerText()).includes('no-lesson are left out'));
  assert.equal(await page.locator('[data-class-step=drain]').getAttribute('data-answers'), '1', 'what does not fit is left out');
  assert.equal(await page.locator('[data-class] b').count(), 0);

  await page.locator('[data-class-files]').setInputFiles([
    { name: '=1+1.txt', mimeType: 'text/plain', buffer: Buffer.alloc(2_100_000, 'A') },
    { name: 'b.txt', mimeType: 'text/plain', buffer: Buffer.from(learner(2)) },
    { name: 'c.txt', mimeType: 'text/plain', buffer: Buffer.from([0xff, 0xfe, 0, 1]) },
  ]);
  await learners(page, 4);
  assert.match(await told(), /=1\+1\.txt is larger than 2 MB/u);
  assert.deepEqual(faults(record), []);
});

test('before and after stand side by side for those who did all tasks', async ({ open }) => {
  const { page, record } = await open({ query: '?lesson=class', below: true });
  const answers = (choice) => ({ highest: ['choice', choice], lowest: ['choice', choice], slower: ['choice', 1], steady: ['number', 10], sum: ['number', 50], draw: ['path', Array(12).fill(40)] });
  await page.locator('#class-codes').waitFor();
  await read(page, code(5, { before: answers(0) }));
  await page.locator('[data-class-gain=none]').waitFor();
  await read(page, [1, 2, 3].map((number) => code(number, { before: answers(0), after: answers(2) })).join(' '));
  await page.locator('[data-class-gain] strong').waitFor();
  assert.match(await page.locator('[data-class-gain]').innerText(), /^3 learners did all tasks/u);
  assert.equal(await page.locator('.class-one').count(), 3);
  assert.equal(await page.locator('[data-class-lesson=before] [data-class-task]').count(), 6);
  assert.match(await page.locator('[data-class-task=slower]').first().innerText(), /3 of 3|3 of 4|4 of 4/u);
  assert.deepEqual(faults(record), []);
});
