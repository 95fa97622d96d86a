// What people have reported about tools of this kind, each tried on this page: project and number of
// the report stand before the test. Each is one case of a kind.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { fetchBelow, settled, suite } from './harness.mjs';

const test = suite(nodeTest);
const box = (page, key) => page.locator(`#${key}-exact`);
const value = (page, key) => box(page, key).inputValue();
const level = (page) => page.locator('[data-readout=level]').getAttribute('data-value').then(Number);
/** The level as it is written, without what stands around it. */
const written = async (page) => Number((await page.locator('[data-readout=level]').innerText()).match(/[\d.,]+/u)[0].replace(',', '.'));

/** Sets a slider and sends some of the events that a hand would have sent. */
const put = (page, key, to, events) =>
  page.evaluate(
    ([key, to, events]) => {
      const input = document.getElementById(key);
      input.value = to;
      for (const event of events) input.dispatchEvent(new Event(event, { bubbles: true }));
    },
    [key, to, events],
  );

const until = (page, key, expected) =>
  page.waitForFunction(([key, expected]) => document.getElementById(`${key}-exact`).value === expected, [key, expected]);

// angular/components 15037
test('a screen reader that sends `change` alone moves a lever', async ({ open }) => {
  const { page } = await open();
  await put(page, 'capex', '1000', ['change']);
  await until(page, 'capex', '1000');
  assert.ok((await level(page)) < 99.9);
  await page.keyboard.press('Control+z');
  await until(page, 'capex', '725');
});

test('events in the wrong order, or twice, are one move', async ({ open }) => {
  const { page } = await open();
  await put(page, 'capex', '1000', ['change', 'input', 'input', 'change', 'change']);
  await until(page, 'capex', '1000');
  await page.keyboard.press('Control+z');
  await until(page, 'capex', '725');
});

// gravity-and-orbits 340
test('a drag that is never ended is a step of its own', async ({ open }) => {
  const { page } = await open();
  await put(page, 'capex', '1000', ['input']);
  await until(page, 'capex', '1000');
  await put(page, 'tga', '300', ['input', 'change']);
  await until(page, 'tga', '300');
  await page.keyboard.press('Control+z');
  await until(page, 'tga', '0');
  assert.equal(await value(page, 'capex'), '1000');
});

test('a box that is written to without the focus, and never finished, follows its lever', async ({ open }) => {
  const { page } = await open({ below: true });
  await put(page, 'dry-exact', '1500', ['input']);
  await page.waitForFunction(() => document.getElementById('dry').value === '1500');
  await put(page, 'dry', '3000', ['input', 'change']);
  await until(page, 'dry', '3000');
});

test('long read-outs stay in the narrowest window', async ({ open }) => {
  for (const lang of ['en', 'ru', 'vi', 'zh-Hans', 'zh-Hant']) {
    const query = `?v=2&start=2025-07-30&week=93&dry=0&capex=1500&tga=900&runoff=95&lang=${lang}`;
    const { page, close } = await open({ below: true, viewport: { width: 320, height: 568 }, query });
    await page.waitForSelector(`html[lang="${lang}"]`, { state: 'attached' });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), lang);
    await close();
  }
});

test('a word without an end in a link or a box breaks in its sentence', async ({ open }) => {
  const word = '\u0451'.repeat(120);
  const { page } = await open({ below: true, viewport: { width: 390, height: 844 }, query: `?v=2&tga=${word}` });
  await page.waitForFunction((word) => document.querySelector('[data-notice]').textContent.includes(word), word);
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok((await over()) <= 0);
  await box(page, 'capex').fill(word);
  await page.keyboard.press('Enter');
  await page.locator('.said:visible').waitFor();
  assert.ok((await over()) <= 0);
});

test('a slider that is moved and taken back before it was drawn stands at its number', async ({ open }) => {
  const { page } = await open({ below: true });
  // What brings it back comes a moment after the page stands.
  await page.waitForTimeout(1500);
  await page.evaluate(() => {
    const input = document.getElementById('capex');
    input.value = '1000';
    for (const event of ['input', 'change']) input.dispatchEvent(new Event(event, { bubbles: true }));
    dispatchEvent(new KeyboardEvent('keydown', { key: 'z', code: 'KeyZ', ctrlKey: true }));
  });
  assert.equal(await value(page, 'capex'), '725');
  await page.waitForFunction(() => document.getElementById('capex').value === '725');
});

test('a move whose end is never told ends by itself', async ({ open }) => {
  const { page } = await open({ below: true });
  await put(page, 'capex', '1000', ['input']);
  // What waits for the end of a move comes: the sentence for screen readers.
  await page.waitForFunction(() => /\d/u.test(document.querySelector('[role=status].visually-hidden').textContent), null, { timeout: 8000 });
});

// react-admin 4646
test('numbers are read as the page’s language writes them, or refused aloud', async ({ open }) => {
  for (const [lang, text, expected] of [
    ['ru', '812,5', '812,5'],
    ['ru', '1 234,5', '1234,5'],
    ['en', '812,5', '812.5'],
    ['en', '1,234.5', '1234.5'],
    ['vi', '1.234,5', '1234,5'],
    ['zh-Hans', '８１２．５', '812.5'],
  ]) {
    const { page, close } = await open({ query: `?lang=${lang}` });
    await page.waitForSelector(`html[lang="${lang}"]`, { state: 'attached' });
    await box(page, 'capex').fill(text);
    await page.keyboard.press('Enter');
    await until(page, 'capex', expected);
    assert.equal(await page.locator('.said:visible').count(), 0, `${lang} ${text}`);
    await close();
  }
  const { page } = await open();
  await box(page, 'tga').fill('\u2212300');
  await page.keyboard.press('Enter');
  await until(page, 'tga', '-300');
  await box(page, 'capex').fill('8a12');
  await page.keyboard.press('Enter');
  const said = page.locator('.said:visible');
  await said.waitFor();
  assert.match(await said.innerText(), /“8a12” is not a number/u);
  assert.equal(await said.getAttribute('role'), 'alert');
  assert.equal(await value(page, 'capex'), '725');
  await box(page, 'capex').fill('9000');
  await page.keyboard.press('Tab');
  await until(page, 'capex', '1500');
  assert.match(await said.innerText(), /outside the range .* was taken instead/u);
  await page.locator('#capex').press('ArrowLeft');
  await said.waitFor({ state: 'hidden' });
});

// observablehq/inputs 92
test('keys go to the next value of the grid from any value between', async ({ open }) => {
  const { page } = await open({ query: '?v=2&start=2026-10-07&capex=901' });
  await page.locator('#capex').press('ArrowRight');
  await until(page, 'capex', '905');
  await page.keyboard.press('ArrowLeft');
  await until(page, 'capex', '900');
  await page.keyboard.press('PageUp');
  await until(page, 'capex', '950');
  await page.keyboard.press('End');
  await until(page, 'capex', '1500');
  await page.keyboard.press('Home');
  await until(page, 'capex', '0');
  await box(page, 'capex').press('ArrowUp');
  await until(page, 'capex', '5');
});

test('the wheel over a box moves nothing', async ({ open }) => {
  const { page } = await open();
  await box(page, 'capex').focus();
  await box(page, 'capex').hover();
  await page.mouse.wheel(0, 200);
  await page.waitForTimeout(200);
  assert.equal(await value(page, 'capex'), '725');
});

test('undo works on a layout without Latin letters', async ({ open }) => {
  const { page } = await open();
  await put(page, 'capex', '1000', ['input', 'change']);
  await until(page, 'capex', '1000');
  const press = (key, shiftKey) =>
    page.evaluate(
      ([key, shiftKey]) => dispatchEvent(new KeyboardEvent('keydown', { key, code: 'KeyZ', ctrlKey: true, shiftKey, bubbles: true })),
      [key, shiftKey],
    );
  await press('я', false);
  await until(page, 'capex', '725');
  await press('Я', true);
  await until(page, 'capex', '1000');
});

/** What translators, markers and readers do to a text, run in the page. */
const OTHERS = {
  'copied in elements of their own': (text) => {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.append(inner);
    text.replaceWith(outer);
    inner.append(text.data);
  },
  'wrapped in elements of their own': (text) => {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.append(inner);
    text.replaceWith(outer);
    inner.append(text);
  },
  'copied in a span': (text) => {
    const span = document.createElement('span');
    span.append(text.data);
    text.parentNode.insertBefore(span, text);
    text.parentNode.removeChild(text);
  },
  'cut in two': (text) => text.splitText(Math.ceil(text.length / 2)),
  'marked in part': (text) => {
    const part = text.splitText(Math.floor(text.length / 2));
    const mark = document.createElement('mark');
    part.replaceWith(mark);
    mark.append(part);
  },
  'written anew': ({ parentElement }) => {
    if (parentElement?.childElementCount === 0) parentElement.innerHTML += '';
  },
  'doubled beside': (text) => text.after(Object.assign(document.createElement('font'), { textContent: text.data })),
};

/** Does that to every text of a page but those of drawings. */
const handled = (page, how) =>
  page.evaluate((how) => {
    const change = new Function(`return ${how}`)();
    const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim()) texts.push(walker.currentNode);
    for (const text of texts) if (!text.parentElement?.namespaceURI.endsWith('svg')) change(text);
  }, String(how));

// element-web 13658, mark.js, immersive-translate
for (const [name, how] of Object.entries(OTHERS)) {
  test(`where texts are ${name}, numbers stay the model’s`, async ({ open }) => {
    // Texts of functions are read, which the page’s own policy forbids.
    const { page, record } = await open({ below: true, bypassCSP: true });
    // Nobody touches a page before it stands.
    await page.waitForTimeout(1200);
    const agrees = async () => assert.equal(await written(page), Number((await level(page)).toFixed(1)));
    await handled(page, how);
    await page.locator('#capex').press('End');
    await page.waitForFunction(() => Number(document.querySelector('[data-readout=level]').dataset.value) < 99.9);
    await agrees();
    assert.ok(!/untouched/iu.test(await page.locator('[data-headline]').innerText()));
    // Parts come and go, and are handled again.
    await page.locator('[data-tab=why]').click();
    await page.locator('[data-scenario=hawk]').click();
    await page.locator('[data-scenario=late-help]').click();
    await agrees();
    await handled(page, how);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await page.waitForTimeout(300);
    await agrees();
    assert.equal(await page.locator('html').getAttribute('data-state'), 'ready');
    assert.deepEqual(record.errors, []);
  });
}

// winden 26
test('a host may give WebAssembly any type', async ({ open }) => {
  const { page, record } = await open({
    below: true,
    before: (page) =>
      page.route('**/*.wasm*', async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, headers: { ...answer.headers(), 'content-type': 'application/octet-stream' } });
      }),
  });
  await page.waitForFunction(() => {
    const canvas = document.querySelector('.slot-body canvas');
    return canvas?.width > 0 && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte);
  });
  await page.locator('.wave, [data-wave]').first().waitFor({ state: 'attached' });
  assert.deepEqual(record.errors, []);
});

/** Whether something is drawn on the first chart of the slot. */
const painted = () => {
  const canvas = document.querySelector('.slot-body canvas');
  return canvas?.width > 0 && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((byte) => byte);
};

test('what failed once is asked for again, and comes back everywhere', async ({ open }) => {
  let down = true;
  const asked = [];
  const { page } = await open({
    before: (page) =>
      page.route(/chart|engine|split_below/u, (route) => {
        asked.push(route.request().url());
        return down ? route.fulfill({ status: 503, body: '' }) : route.continue();
      }),
  });
  await page.locator('[data-notice=below]').first().waitFor();
  down = false;
  await page.locator('.missing button').first().click();
  await fetchBelow(page);
  await page.waitForFunction(painted);
  assert.ok(asked.some((address) => address.includes('?again=')), 'under another name');
  await page.locator('[data-tab=why]').click();
});

test('charts that cannot be drawn say so, and come back', async ({ open }) => {
  let down = true;
  const { page } = await open({
    before: (page) => page.route(/bathtub-chart/u, (route) => (down ? route.abort() : route.continue())),
  });
  await fetchBelow(page);
  await page.locator('[data-notice=chart]').first().waitFor();
  down = false;
  await page.locator('.chart .missing button').first().click();
  await page.waitForFunction(painted);
  await page.locator('[data-notice=chart]').first().waitFor({ state: 'detached' });
});

// diplicity-react 885
test('a page that was renewed meanwhile offers to load it again, with the setting', async ({ open }) => {
  const { page } = await open({ query: '?v=2&start=2026-10-07&capex=900' });
  await page.route(/\.(wasm|js)(\?.*)?$/u, (route) => route.fulfill({ status: 404, body: '' }));
  await page.route(/path\/\?h=now$/u, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll(/liquidity-bathtub-[0-9a-f]{16}/gu, 'liquidity-bathtub-0123456789abcdef');
    await route.fulfill({ response: answer, body });
  });
  await page.locator('#stale').waitFor({ timeout: 15_000 });
  await put(page, 'tga', '300', ['input', 'change']);
  await page.waitForURL(/tga=300/u);
  await page.unrouteAll();
  await page.locator('[data-reload]').click();
  await page.waitForLoadState();
  await settled(page);
  assert.deepEqual([await value(page, 'capex'), await value(page, 'tga')], ['900', '300']);
});

test('a line that was cut for a moment at the start is tried once more', async ({ open }) => {
  let cut = true;
  const { page } = await open({
    before: (page) =>
      page.route('**/*_bg*.wasm*', (route) => {
        const now = cut;
        cut = false;
        return now ? route.abort() : route.continue();
      }),
  });
  assert.equal(await page.locator('html').getAttribute('data-state'), 'ready');
});

// freesewing 5860
test('an address that could not be written is caught up with', async ({ open }) => {
  const { page } = await open();
  await page.evaluate(() => {
    const replace = history.replaceState;
    history.replaceState = () => {
      history.replaceState = replace;
      throw new DOMException('too many', 'SecurityError');
    };
  });
  await put(page, 'capex', '1000', ['input', 'change']);
  await page.waitForTimeout(400);
  await page.evaluate(() => (location.hash = 'about'));
  await page.waitForURL(/capex=1000.*#about$/u, { timeout: 5000 });
  assert.equal(await value(page, 'capex'), '1000');
});

for (const [how, route] of [
  ['blocked scripts', ['**/boot.js*', (route) => route.abort()]],
  ['a script that cannot be read', ['**/boot.js*', (route) => route.fulfill({ contentType: 'text/javascript', body: 'let = ?.;' })]],
]) {
  for (const reducedMotion of ['no-preference', 'reduce']) {
    test(`${how}: a sentence says so after some seconds, ${reducedMotion}`, async ({ open }) => {
      const { page } = await open({ ready: false, reducedMotion, before: (page) => page.route(...route) });
      const slow = page.locator('#slow');
      assert.ok(!(await slow.isVisible()));
      await page.waitForFunction(() => getComputedStyle(document.getElementById('slow')).visibility === 'visible', null, { timeout: 12_000 });
      assert.match(await slow.innerText(), /not started yet/u);
    });
  }
}

test('on a slow line the page says how much has come', async ({ open }) => {
  const { page } = await open({
    ready: false,
    before: async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', { offline: false, latency: 20, downloadThroughput: 25_000, uploadThroughput: 25_000 });
    },
  });
  await page.waitForFunction(() => getComputedStyle(document.getElementById('coming')).visibility === 'visible', null, { timeout: 15_000 });
  assert.match(await page.locator('#coming').innerText(), /on their way: \d{1,2}%/u);
  await settled(page, 'ready', 30_000);
  assert.ok(!(await page.locator('#coming').isVisible()));
});

// ruffle 2254
test('a start-up script that was taken out of its element starts all the same, or says it could not', async ({ open }) => {
  const strip = (pattern) => async (page) =>
    page.route(/path\/$/u, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace(pattern, (tag) => tag.replaceAll(/ (data-[\w-]+|id)="[^"]*"/gu, '')) });
    });
  const { page } = await open({ ready: false, before: strip(/<script id="boot"[^>]*>/u) });
  await settled(page, 'failed');
  assert.ok(await page.locator('[data-failure=start]').isVisible());
});
