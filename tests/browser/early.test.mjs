// What is done before the program is there is kept: the program is held back, hands do something, and
// then it comes.
import assert from 'node:assert/strict';
import nodeTest from 'node:test';
import { faults, fetchBelow, settled, suite } from './harness.mjs';

const test = suite(nodeTest);

/** Opens the page without its program, lets `act` do something, and lets the program come. */
async function early(open, act, options = {}) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const opened = await open({
    ready: false,
    ...options,
    before: async (page) => {
      await page.route(/liquidity-bathtub[^/]*\.wasm/u, async (route) => {
        await held;
        await route.continue();
      });
    },
  });
  const { page } = opened;
  await page.waitForSelector('#capex');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.state), 'loading');
  await act(page);
  release();
  await settled(page);
  return opened;
}

const value = (page, id) => page.locator(`#${id}`).inputValue();

test('a typed number, a dragged slider and the focus are kept', async ({ open }) => {
  const { page, record } = await early(open, async (page) => {
    await page.locator('#tga-exact').fill('300');
    await page.locator('#tga-exact').blur();
    await page.locator('#capex').focus();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  });
  await page.waitForFunction(() => document.getElementById('tga').value === '300');
  assert.equal(await value(page, 'tga-exact'), '300');
  const step = Number(await page.locator('#capex').getAttribute('step'));
  assert.equal(await value(page, 'capex'), String(725 + 3 * step));
  assert.equal(await page.evaluate(() => document.activeElement.id), 'capex');
  await page.waitForFunction(() => location.search.includes('tga=300'));
  assert.equal(await page.locator('[data-opening]').count(), 0, 'whoever has begun is told nothing');
  assert.deepEqual(faults(record), []);
});

test('a half typed number stays as it is typed', async ({ open }) => {
  const { page } = await early(open, async (page) => {
    await page.locator('#dry-exact').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('12');
  });
  assert.equal(await value(page, 'dry-exact'), '12');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'dry-exact');
  await page.keyboard.type('0');
  await page.keyboard.press('Enter');
  assert.equal(await value(page, 'dry'), '120');
});

test('a chosen scenario and an opened sheet are kept', async ({ open }) => {
  const { page } = await early(open, async (page) => {
    await page.locator('[data-scenario=late-help]').evaluate((button) => button.scrollIntoView());
    await page.locator('[data-scenario=late-help]').click();
    await page.locator('.display > summary').click();
    await page.locator('.display label').nth(5).click();
  });
  await page.waitForSelector('[data-scenario=late-help][aria-pressed=true]');
  assert.ok(await page.locator('.display').evaluate((details) => details.open));
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
});

test('what was done to parts that come late is kept', async ({ open }) => {
  const { page } = await early(
    open,
    async (page) => {
      await page.locator('#start').selectOption('2026-02-04');
      await page.locator('.keys button').first().click();
    },
    { viewport: { width: 1440, height: 900 } },
  );
  await page.waitForFunction(() => document.getElementById('start')?.value === '2026-02-04');
  await page.waitForFunction(() => location.search.includes('start=2026-02-04') && location.search.includes('week=13'));
});

test('another language chosen early is spoken', async ({ open }) => {
  const { page } = await early(open, (page) => page.locator('#language').selectOption('vi'));
  await page.waitForFunction(() => document.documentElement.lang === 'vi');
  assert.equal(await value(page, 'language'), 'vi');
});

test('a document that others have changed is drawn anew', async ({ open }) => {
  const { page, record } = await early(open, (page) =>
    page.evaluate(() => {
      // As translators do: text wrapped in elements of their own.
      const walker = document.createTreeWalker(document.getElementById('app'), NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        const font = document.createElement('font');
        font.textContent = `x ${text.textContent}`;
        text.replaceWith(font);
      }
    }),
  );
  await fetchBelow(page);
  assert.equal(await page.locator('#app font').count(), 0);
  assert.deepEqual(faults(record), []);
});

test('what the build drew is what the program draws: nothing moves, and late parts never vanish', async ({ open }) => {
  const { page } = await open({
    viewport: { width: 1440, height: 900 },
    ready: false,
    before: (page) =>
      page.addInitScript(() => {
        globalThis.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) globalThis.shift += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        globalThis.empty = 0;
        const look = () => {
          if (document.querySelector('#app .slot') && !document.querySelector('#app .sections')) globalThis.empty += 1;
          if (document.querySelector('#below')?.childElementCount === 0) globalThis.empty += 1;
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  });
  const words = () => page.evaluate(() => [...document.querySelectorAll('.scene-headline, .scene-regime, .readout')].map((e) => e.textContent));
  await page.waitForSelector('.scene-headline');
  const drawn = await words();
  await settled(page);
  await fetchBelow(page);
  assert.deepEqual(await words(), drawn);
  const { shift, empty } = await page.evaluate(() => ({ shift: globalThis.shift, empty: globalThis.empty }));
  assert.ok(shift <= 0.01, `the layout shifted by ${shift}`);
  assert.equal(empty, 0, 'a late part was away for a frame');
});

test('a first visit has the first step of the opening before the program, and goes on in it', async ({ open }) => {
  const told = (page) => page.locator('[data-opening]');
  const { page } = await early(
    open,
    async (page) => {
      assert.ok(await told(page).isVisible());
      assert.ok(!(await page.locator('.scene-headline').isVisible()), 'the headline is not painted to be taken away');
      await page.locator('[data-next]').click();
    },
    { first: true },
  );
  await page.waitForSelector('[data-opening][data-step="1"]');

  const skipped = await early(open, (page) => page.locator('[data-skip]').click(), { first: true });
  await skipped.page.waitForSelector('.scene-headline');
  await told(skipped.page).waitFor({ state: 'detached' });

  for (const options of [{ first: false }, { first: true, query: '?capex=900' }]) {
    const other = await early(open, async (page) => assert.ok(!(await told(page).isVisible())), options);
    assert.equal(await told(other.page).count(), 0);
  }
});

for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 800 }, { width: 1440, height: 900 }]) {
  test(`the program draws one picture, once, at ${viewport.width} pixels`, async ({ open }) => {
    const { page } = await early(
      open,
      (page) =>
        page.evaluate(() => {
          globalThis.drawn = 0;
          new MutationObserver((records) => {
            for (const { addedNodes } of records) {
              for (const node of addedNodes) if (node instanceof SVGSVGElement && node.matches('.tub-scene')) globalThis.drawn += 1;
            }
          }).observe(document, { subtree: true, childList: true });
        }),
      { viewport },
    );
    await page.waitForSelector('main.at-rest', { state: 'attached' });
    assert.equal(await page.evaluate(() => globalThis.drawn), 1);
  });
}
