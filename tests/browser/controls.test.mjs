// Every control by mouse, by keyboard and by typing; history; start and week.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { SLIDERS } from './cost.mjs';
import { faults, suite } from './harness.mjs';

const test = suite(nodeTest);

const value = (page, id) => page.locator(`#${id}`).inputValue().then(Number);
const readout = (page, name) => page.locator(`[data-readout="${name}"]`).getAttribute('data-value').then(Number);
const all = async (page) => {
  const numbers = {};
  for (const name of ['level', 'index', 'stage', 'spread']) numbers[name] = await readout(page, name);
  return numbers;
};

for (const id of [...SLIDERS, 'week']) {
  test(`${id} follows the mouse`, async ({ open }) => {
    // Another slider takes the place of the first one of the week.
    const { page, record } = await open({ below: id === 'week' });
    const slider = page.locator(`#${id}`);
    await slider.scrollIntoViewIfNeeded();
    const before = { value: await value(page, id), ...(await all(page)) };
    const box = await slider.boundingBox();
    const middle = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.5, middle);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.8, middle, { steps: 4 });
    await page.mouse.up();
    const after = { value: await value(page, id), ...(await all(page)) };
    assert.notEqual(after.value, before.value);
    assert.notDeepEqual(after, { ...before, value: after.value }, 'some read-out moves');
    assert.deepEqual(faults(record), []);
  });

  test(`${id} follows the keyboard and says its unit`, async ({ open }) => {
    const { page } = await open();
    const slider = page.locator(`#${id}`);
    await slider.focus();
    const before = await value(page, id);
    const step = Number(await slider.getAttribute('step'));
    await page.keyboard.press('ArrowRight');
    assert.equal(await value(page, id), before + step);
    await page.keyboard.press('ArrowLeft');
    assert.equal(await value(page, id), before);
    await page.keyboard.press('End');
    assert.equal(await value(page, id), Number(await slider.getAttribute('max')));
    assert.match(await slider.getAttribute('aria-valuetext'), /\$|bp|week/u);
  });
}

test('read-outs and ducks answer in the frame of the input', async ({ open }) => {
  const { page } = await open();
  const same = await page.evaluate(async () => {
    const level = () => document.querySelector('[data-readout="level"]').dataset.value;
    const duck = () => document.querySelector('[data-duck="bitcoin"]').dataset.change;
    const before = [level(), duck()];
    const input = document.getElementById('tga');
    input.value = '700';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    // Microtasks run before the next frame, whatever the frame holds.
    await null;
    await null;
    await null;
    return [level() === before[0], duck() === before[1]];
  });
  assert.deepEqual(same, [false, false]);
});

test('a number can be typed, kept while it is typed, and is clamped at the end', async ({ open }) => {
  const { page } = await open();
  const box = page.locator('#capex-exact');
  await box.fill('812.5');
  assert.equal(await value(page, 'capex'), 812.5);
  await box.fill('');
  assert.equal(await box.inputValue(), '', 'an empty box stays empty while it has the focus');
  await page.keyboard.type('99999');
  await page.keyboard.press('Enter');
  const shows = (text) =>
    page.waitForFunction((text) => document.getElementById('capex-exact').value === text, text);
  await shows('1500');
  await box.fill('');
  await box.blur();
  // What cannot be read goes back.
  await shows('1500');
});

test('a slider that stands between its steps moves on to its grid', async ({ open }) => {
  const { page } = await open({ query: '?v=2&capex=812' });
  assert.equal(await value(page, 'capex'), 812);
  await page.locator('#capex').focus();
  await page.keyboard.press('ArrowRight');
  assert.equal((await value(page, 'capex')) % 5, 0);
});

test('a drag is one step back and forth', async ({ open }) => {
  const { page } = await open();
  const start = await all(page);
  for (const steps of [[800, 900, 1000], [1100, 1200]]) {
    await page.evaluate((values) => {
      const input = document.getElementById('capex');
      for (const one of values) {
        input.value = String(one);
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, steps);
  }
  assert.equal(await value(page, 'capex'), 1200);
  await page.keyboard.press('Control+z');
  assert.equal(await value(page, 'capex'), 1000);
  await page.keyboard.press('Control+z');
  assert.equal(await value(page, 'capex'), 725);
  assert.deepEqual(await all(page), start);
  await page.keyboard.press('Control+Shift+Z');
  assert.equal(await value(page, 'capex'), 1000);
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.equal(await value(page, 'capex'), 725);
  await page.getByRole('button', { name: 'Redo' }).click();
  assert.equal(await value(page, 'capex'), 1000);
});

test('one lever and all levers are reset', async ({ open }) => {
  const { page } = await open({ below: true, query: '?v=2&capex=1000&tga=700&week=80' });
  await page.getByRole('button', { name: /^Reset AI capex/u }).click();
  assert.equal(await value(page, 'capex'), 725);
  assert.equal(await value(page, 'tga'), 700);
  await page.getByRole('button', { name: 'Reset all' }).click();
  assert.deepEqual([await value(page, 'tga'), await value(page, 'week')], [0, 52]);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Reset all');
});

test('another balance sheet keeps the levers that were touched', async ({ open }) => {
  const { page } = await open({ query: '?v=2&tga=300' });
  const before = await value(page, 'capex');
  await page.locator('#start').selectOption('2025-07-30');
  assert.equal(await value(page, 'tga'), 300);
  assert.ok(await value(page, 'capex') < before, 'capex and the pace of the Fed are those of the start');
  assert.ok(await value(page, 'runoff') > 0);
});

test('a run starts from one’s own balance sheet, and an impossible one is refused', async ({ open }) => {
  const { page } = await open({ query: '' });
  await page.locator('[data-group=balance_sheet] > summary').click();
  const box = page.locator('#balance-reserves');
  await box.fill('2900.5');
  await page.getByRole('button', { name: 'Start from these numbers' }).click();
  await page.waitForURL(/reserves=2900\.5/u);
  assert.match(await page.locator('[data-group=balance_sheet] > summary').innerText(), /1 moved/u);
  await box.fill('6000');
  await page.getByRole('button', { name: 'Start from these numbers' }).click();
  await page.getByText('This is no balance sheet').waitFor();
  assert.match(page.url(), /reserves=2900\.5/u, 'nothing was taken over');
  await page.locator('#start').selectOption('2026-02-04');
  await page.waitForURL(/start=2026-02-04/u);
  assert.doesNotMatch(page.url(), /reserves=/u, 'another start brings its own');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForURL(/reserves=2900\.5/u);
  assert.equal(await box.inputValue(), '2900.5');
});

test('a number that cannot be used is said before a key moves it, and the box says so', async ({ open }) => {
  const { page } = await open();
  const [box, said] = [page.locator('#capex-exact'), page.locator('#capex-exact-said')];
  for (const [text, number, words] of [
    ['2000', '1500', /outside the range/u],
    ['abc', '1500', /“abc” is not a number/u],
    ['1.200', '1500', /can mean 1.2 or 1200/u],
    ['1500.01', '1500', /1500.01 is outside/u],
  ]) {
    await box.fill(text);
    await box.press('ArrowUp');
    await said.waitFor();
    assert.match(await said.innerText(), words);
    assert.deepEqual([await box.inputValue(), await box.getAttribute('aria-invalid')], [number, 'true']);
  }
  await box.press('ArrowDown');
  await page.waitForFunction(() => document.getElementById('capex').value === '1495');
  assert.equal(await box.getAttribute('aria-invalid'), null);
});

test('a number that a program writes into a box nobody is in is taken or refused aloud', async ({ open }) => {
  const { page } = await open();
  const write = (text) =>
    page.evaluate((text) => {
      const box = document.getElementById('capex-exact');
      box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  for (let twice = 0; twice < 2; twice += 1) {
    await write('1600');
    await page.waitForFunction(() => document.getElementById('capex-exact').value === '1500');
    assert.match(await page.locator('#capex-exact-said').innerText(), /outside the range/u);
  }
  await write('1300');
  await page.waitForFunction(() => document.getElementById('capex').value === '1300');
});

test('a number out of range is said while the late part is away', async ({ open }) => {
  const { page } = await open({ before: (page) => page.route(/split_below/u, () => undefined) });
  await page.locator('#capex-exact').fill('9999');
  await page.keyboard.press('Enter');
  await page.locator('#capex-exact-said').waitFor();
  assert.match(await page.locator('#capex-exact-said').innerText(), /outside the range \$0bn a year to \$1\.5tn a year/u);
});
