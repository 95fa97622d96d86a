// A tub in other people's pages: frames of any size, the element, and articles. Hosts stand on an origin
// of their own.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { faults, open, suite, watch } from './harness.mjs';
import { commanded, frameOf, host, ill, level, tub, until } from './hosts.mjs';

const test = suite(nodeTest);
for (const [width, height] of [[280, 320], [320, 480], [400, 600], [600, 600], [800, 280], [700, 500], [1200, 900]]) {
  for (const show of ['tub', 'two', 'lever', 'chart.level']) {
    test(`a frame of ${width} × ${height} shows ${show} whole`, async ({ browser, site }) => {
      const query = `?embed=1&v=2&capex=1000&dry=0&show=${show}`;
      const { page, record, close } = await open(browser, site, { query, viewport: { width, height } });
      if (show.startsWith('chart')) await page.waitForSelector('.chart canvas');
      if (show === 'two') await page.waitForSelector('.tub-second svg');
      const seen = await page.evaluate(() => {
        const box = (selector) => document.querySelector(selector).getBoundingClientRect();
        const inside = (selector) => {
          const { left, top, right, bottom, width, height } = box(selector);
          return width > 0 && height > 0 && left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
        };
        const { scrollWidth, scrollHeight } = document.documentElement;
        return {
          scrolls: scrollWidth > innerWidth || scrollHeight > innerHeight,
          outside: ['[data-headline]', '.embed-foot', '.embed-foot a', '[data-readout=level]', 'input[type=range]', '.embed-picture'].filter((selector) => document.querySelector(selector) && !inside(selector)),
          view: document.documentElement.dataset.view,
          level: Number(document.querySelector('[data-readout=level]').dataset.value),
        };
      });
      const outside = seen.outside.filter((selector) => show !== 'lever' || selector !== '.embed-picture');
      assert.deepEqual({ ...seen, outside }, { scrolls: false, outside: [], view: 'embed', level: commanded(['capex=1000', 'dry=0']) });
      assert.deepEqual(faults(record), []);
      await close();
    });
  }
}

const SIZES = [[280, 320], [320, 480], [360, 640], [400, 500], [480, 320], [600, 400], [700, 420], [800, 320], [800, 600], [900, 440], [1000, 600], [1024, 500], [1600, 320], [1600, 900], [300, 1200]];
const FIVE = '&levers=capex,tga,runoff,rate,dry';
for (const more of ['', `&lang=ru${FIVE}`, `&lang=vi${FIVE}`, '&show=chart.marginal', `&show=chart.buffers&lang=ru${FIVE}`, `&show=lever&lang=vi`, '&show=two', '&start=2025-07-30&tga=565&levers=tga,rate']) {
  test(`nothing is cut or covered, and sliders have a rail, in frames of every size${more}`, async ({ browser, site }) => {
    const { page, close } = await open(browser, site, { query: `?embed=1&v=2&capex=1000&dry=0${more}` });
    if (more.includes('chart')) await page.waitForSelector('.chart canvas');
    if (more.includes('two')) await page.waitForSelector('.tub-second svg');
    if (more.includes('lang')) await page.waitForSelector('html:not([lang=en])');
    const wrong = [];
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(250);
      for (const fault of await page.evaluate(ill)) wrong.push(`${width} × ${height}: ${fault}`);
    }
    assert.deepEqual(wrong, []);
    await close();
  });
}

test('a frame keeps nothing, and its link leads to the page in the same setting', async ({ browser, site }) => {
  const { page, close } = await open(browser, site, { query: '?embed=1&v=2&capex=900&lang=ru&theme=dark', first: true });
  await page.waitForSelector('html[lang=ru]');
  assert.equal(await page.evaluate(() => localStorage.length + document.cookie.length), 0);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  assert.match(await page.getAttribute('.embed-foot a', 'href'), /\?v=2&lang=ru&start=[\d-]+&capex=900$/);
  assert.equal(await page.locator('[data-opening]').count(), 0);
  await close();
});

test('what an address cannot mean is said in the frame', async ({ browser, site }) => {
  const { page, close } = await open(browser, site, { query: '?embed=1&v=2&capex=99999&show=bath' });
  await until(page, () => page.locator('.embed-said p').count(), 2);
  await page.waitForFunction(() => document.querySelector('.embed-said').textContent.includes('1,500') || document.querySelector('.embed-said').textContent.includes('1.5tn'));
  // Whoever goes on from it does not need to hear it any longer.
  await page.locator('#capex').focus();
  await page.locator('#capex').press('ArrowLeft');
  await until(page, () => page.locator('.embed-said p').count(), 0);
  await close();
});

test('a plain frame far below fetches no program before it comes into sight', async ({ browser, site }) => {
  const body = `<div style="height: 6000px"></div><iframe width=600 height=500 src="${site.address}?embed=1&v=2&capex=900"></iframe>`;
  const { page, record, close } = await host(browser, site, body, { script: false });
  await page.waitForTimeout(1500);
  assert.deepEqual(record.fetched.filter((name) => name.endsWith('.wasm')), []);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  assert.equal(await level(await frameOf(page)), commanded(['capex=900']));
  await close();
});

test('the element has an attribute and a property for every lever, and tells of every change', async ({ browser, site }) => {
  const body = `<script>
      const heard = [];
      for (const type of ['ready', 'change', 'error']) addEventListener(type, ({ detail }) => detail && heard.push([type, detail]));
    </script><liquidity-bathtub capex="900" loading="eager"><p>A tub.</p></liquidity-bathtub>`;
  const { page, faults: told, close } = await host(browser, site, body);
  const frame = await frameOf(page);
  await page.waitForFunction(() => heard.some(([type]) => type === 'ready'));
  assert.equal(await level(frame), commanded(['capex=900']));
  assert.equal(await tub(page, (one) => one.capex), 900);

  await tub(page, (one) => { one.dry = 0; });
  await until(page, () => tub(page, (one) => one.shown.values.dry), 0);
  assert.equal(await level(frame), commanded(['capex=900', 'dry=0']));
  assert.equal(await tub(page, (one) => one.shown.readouts.level), commanded(['capex=900', 'dry=0']));
  assert.equal(await tub(page, (one) => one.shown.by), 'host');

  await tub(page, (one) => { one.set({ tga: 300, week: 26 }); });
  await until(page, () => tub(page, (one) => one.tga), 300);
  assert.equal(await tub(page, (one) => one.week), 26);

  await tub(page, (one) => one.removeAttribute('capex'));
  await until(page, () => tub(page, (one) => one.capex), 725);

  await frame.locator('#capex').focus();
  await frame.locator('#capex').press('ArrowRight');
  await until(page, () => tub(page, (one) => one.shown.by), 'visitor');
  assert.equal(await tub(page, (one) => one.capex), 730);

  await tub(page, (one) => { one.capex = 'lots'; });
  await page.waitForFunction(() => heard.some(([type]) => type === 'error'));
  const { faults: named } = await page.evaluate(() => heard.find(([type]) => type === 'error')[1]);
  assert.deepEqual(named, [{ fault: 'not-a-number', key: 'capex' }]);
  assert.deepEqual(told(), []);
  await close();
});

test('what a host asks for again is done again, and no attribute brings back what is over', async ({ browser, site }) => {
  const { page, close } = await host(browser, site, '<liquidity-bathtub capex="1000" loading="eager"></liquidity-bathtub>');
  const frame = await frameOf(page);
  const values = (...names) => tub(page, (one, names) => names.map((name) => one[name]).join(' '), names);
  await until(page, () => tub(page, (one) => one.shown?.by), 'host');
  await frame.locator('#capex').focus();
  await frame.locator('#capex').press('End');
  await until(page, () => values('capex'), '1500');
  await tub(page, (one) => { one.capex = 1000; });
  await until(page, () => values('capex'), '1000');
  assert.equal(await level(frame), commanded(['capex=1000']));

  await tub(page, (one) => { one.week = 10; });
  await until(page, () => values('week'), '10');
  await tub(page, (one) => { one.setting = '?v=2&capex=800&week=30'; });
  await until(page, () => values('week', 'capex'), '30 800');

  await tub(page, (one) => { one.setAttribute('capex', 900); });
  await until(page, () => values('capex'), '900');
  await tub(page, (one) => { one.set('tga=200&capex=950', true); });
  await until(page, () => values('tga', 'capex', 'week'), '200 950 52');
  await tub(page, (one) => { one.removeAttribute('capex'); });
  // The whole setting, whose attribute is there still.
  await until(page, () => values('tga', 'capex'), '200 800');
  await close();
});

test('what a frame is made with are properties too', async ({ browser, site }) => {
  const body = '<script>const one = document.createElement("liquidity-bathtub"); one.show = "lever"; document.body.append(one);</script>';
  const { page, close } = await host(browser, site, body);
  await (await frameOf(page)).waitForSelector('[data-show=lever]');
  assert.equal(await tub(page, (one) => one.getAttribute('show')), 'lever');
  await tub(page, (one) => Object.assign(one, { show: 'tub', levers: 'tga', theme: 'dark', height: 420, label: 'Mine' }));
  const made = async () => {
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    return frame.evaluate(() => [document.documentElement.dataset.theme, innerHeight, ...[...document.querySelectorAll('input[type=range]')].map(({ id }) => id)].join(' ')).catch(() => '');
  };
  await until(page, made, 'dark 420 tga');
  assert.deepEqual(await tub(page, (one) => [one.show, one.levers, one.theme, Number(one.height), one.label, one.src]), ['tub', 'tga', 'dark', 420, 'Mine', null]);
  assert.equal(await page.locator('iframe').count(), 1);
  await close();
});

test('no property of an element is hidden by a lever', async ({ browser, site }) => {
  const { page, close } = await host(browser, site, '<p></p>');
  await page.waitForFunction(() => customElements.get('liquidity-bathtub'));
  const hidden = await page.evaluate(() => Object.keys(customElements.get('liquidity-bathtub').prototype).filter((name) => name in HTMLElement.prototype));
  assert.deepEqual(hidden, []);
  await close();
});

test('the element is as high as its content, at any width, and comes to rest', async ({ browser, site }) => {
  const { page, close } = await host(browser, site, '<div id=room style="width: 700px"><liquidity-bathtub capex=900 loading=eager></liquidity-bathtub></div>');
  const frame = await frameOf(page);
  for (const width of [700, 420, 300, 950]) {
    await page.evaluate((width) => { document.getElementById('room').style.width = `${width}px`; }, width);
    await page.waitForTimeout(1200);
    const heights = [];
    for (let i = 0; i < 10; i += 1) {
      heights.push(await page.evaluate(() => document.querySelector('liquidity-bathtub').offsetHeight));
      await page.waitForTimeout(60);
    }
    assert.equal(new Set(heights).size, 1, `${width}: ${heights}`);
    const inner = await frame.evaluate(() => ({ content: document.querySelector('.embed-content').getBoundingClientRect().height, window: innerHeight, scrolls: document.documentElement.scrollHeight > innerHeight }));
    assert.ok(Math.abs(inner.content - inner.window) <= 1 && !inner.scrolls, JSON.stringify(inner));
  }
  await close();
});

test('an article drives its tub when it is read, clicked or focused', async ({ browser, site }) => {
  const page = await (await browser.newContext({ viewport: { width: 1200, height: 800 } })).newPage();
  const record = watch(page, site.address);
  await page.goto(`${site.address}articles/where-the-sign-turns/`);
  const frame = await frameOf(page, 'liquidity-bathtub >> iframe');
  const steps = page.locator('[data-bathtub-step]');
  const dry = () => tub(page, (one) => one.shown?.values.dry);
  await steps.nth(2).click();
  await until(page, dry, 0);
  await until(page, () => frame.locator('[data-part=from-tub][data-pointed]').count().then((n) => n > 0), true);
  await steps.nth(0).focus();
  await until(page, dry, 3000);
  // What the focus itself scrolls is over.
  await page.waitForTimeout(400);
  await steps.nth(1).evaluate((step) => step.scrollIntoView({ block: 'center' }));
  await until(page, dry, 600);
  assert.equal(await page.locator('[aria-current=step]').count(), 1);
  // Whoever moves a lever goes on from what is told.
  await frame.locator('#capex').focus();
  await frame.locator('#capex').press('ArrowRight');
  await until(page, () => tub(page, (one) => one.capex), 1005);
  assert.equal(await dry(), 600);
  assert.deepEqual(faults(record), []);
  await page.context().close();
});

for (const [width, height] of [[360, 740], [390, 844], [768, 900], [768, 1024], [844, 390], [1440, 900], [1440, 600]]) {
  test(`a step that is wholly seen is the one that is told, at ${width} × ${height}`, async ({ browser, site }) => {
    const page = await (await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' })).newPage();
    await page.goto(`${site.address}articles/shutdown-squeeze/`);
    await frameOf(page, 'liquidity-bathtub >> iframe');
    const count = await page.locator('[data-bathtub-step]').count();
    for (let at = 0; at < count; at += 1) {
      // It comes from below until its end is in the window.
      await page.evaluate((at) => {
        const box = () => document.querySelectorAll('[data-bathtub-step]')[at].getBoundingClientRect();
        while (box().bottom > innerHeight - 8) {
          const before = scrollY;
          scrollBy(0, 20);
          if (scrollY === before) break;
        }
      }, at);
      await page.waitForTimeout(150);
      const seen = await page.evaluate(() => {
        const tub = document.querySelector('liquidity-bathtub').getBoundingClientRect();
        const steps = [...document.querySelectorAll('[data-bathtub-step]')];
        const whole = ({ left, right, top, bottom }) => {
          const aside = tub.left >= right || tub.right <= left;
          return top >= (aside ? 0 : tub.bottom) - 1 && bottom <= innerHeight + 1;
        };
        return { told: steps.findIndex((step) => step.hasAttribute('aria-current')), whole: steps.flatMap((step, i) => (whole(step.getBoundingClientRect()) ? [i] : [])) };
      });
      assert.ok(seen.whole.includes(seen.told), `step ${at}: ${JSON.stringify(seen)}`);
      // The next is told before it has come half the way to the upper edge.
      if (seen.whole.length === 1) assert.equal(seen.told, at);
    }
    await page.context().close();
  });
}

test('a click tells a step again, and a part that is pointed at is in the picture', async ({ browser, site }) => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await page.goto(`${site.address}articles/where-the-sign-turns/`);
  const frame = await frameOf(page, 'liquidity-bathtub >> iframe');
  const steps = page.locator('[data-bathtub-step]');
  for (const at of [0, 1, 2]) {
    await steps.nth(at).click();
    await frame.waitForSelector('[data-pointed]');
    const inside = () => frame.evaluate(() => {
      const picture = document.querySelector('.tub-scene').getBoundingClientRect();
      return [...document.querySelectorAll('.tub-scene [data-pointed]')].every((part) => {
        const { top, bottom, width } = part.getBoundingClientRect();
        const middle = (top + bottom) / 2;
        return width > 0 && middle > picture.top && middle < picture.bottom;
      });
    });
    await until(page, inside, true);
  }
  const capex = () => tub(page, (one) => one.shown.values.capex);
  await frame.locator('#capex').focus();
  await frame.locator('#capex').press('End');
  await until(page, capex, 1500);
  await steps.nth(2).click();
  await until(page, capex, 1000);
  await frame.locator('#capex').focus();
  await frame.locator('#capex').press('End');
  await until(page, capex, 1500);
  await steps.nth(2).press('Enter');
  await until(page, capex, 1000);
  await page.context().close();
});

test('the source of an article has what it takes to look like one', async ({ browser, site }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${site.address}articles/shutdown-squeeze/source.html`);
  const source = (await page.locator('pre').innerText()).replaceAll('https://example.org/bathtub/', site.address);
  await page.context().close();
  const one = await host(browser, site, `<div style="max-width: 680px; margin: auto">${source}</div>`, { script: false, viewport: { width: 800, height: 900 } });
  await frameOf(one.page, 'liquidity-bathtub >> iframe');
  await one.page.locator('[data-bathtub-step]').nth(2).click();
  const look = await one.page.evaluate(() => {
    const [first, , third] = document.querySelectorAll('[data-bathtub-step]');
    const top = document.querySelector('liquidity-bathtub').getBoundingClientRect().top;
    return { top: Math.round(top), differ: getComputedStyle(first).borderInlineStartColor !== getComputedStyle(third).borderInlineStartColor };
  });
  assert.deepEqual(look, { top: 0, differ: true });
  await one.close();
});

test('articles stand as prose without scripts', async ({ browser, site }) => {
  for (const name of ['where-the-sign-turns', 'shutdown-squeeze']) {
    const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await page.goto(`${site.address}articles/${name}/`);
    const visible = await page.locator('main').innerText();
    assert.ok(visible.length > 900 && visible.includes('Move the sliders yourself.'));
    await page.goto(`${site.address}articles/${name}/plain.html`);
    assert.ok(!(await page.content()).includes('data-bathtub'));
    await page.goto(`${site.address}articles/${name}/source.html`);
    assert.ok((await page.locator('pre').innerText()).includes('<liquidity-bathtub'));
    await page.context().close();
  }
});

test('the code of a prepared scenario in Markdown has its card and leads to its page', async ({ browser, site }) => {
  const { page, record, close } = await open(browser, site, { query: '?v=2', below: true });
  await page.locator('[data-scenario=hawk]').click();
  await page.locator('[data-share]').first().click();
  await page.locator('[data-embed] summary').click();
  await page.locator('#embed-kind').selectOption({ index: 2 });
  const [, card, own] = /\]\(([^)]+)\)\]\(([^)]+)\)/u.exec(await page.locator('[data-embed-code]').inputValue());
  assert.deepEqual([card, own], [`${site.address}scenarios/hawk/card.jpg`, `${site.address}scenarios/hawk/`]);
  for (const address of [card, own]) assert.equal((await page.request.get(address)).status(), 200, address);
  assert.deepEqual(faults(record).filter((fault) => !fault.endsWith('net::ERR_ABORTED')), []);
  await close();
});

test('the share sheet has the code, with a preview of what it makes', async ({ browser, site }) => {
  const { page, record, close } = await open(browser, site, { query: '?v=2&capex=900', below: true, permissions: ['clipboard-read', 'clipboard-write'] });
  await page.locator('[data-share]').first().click();
  // Its style comes with it.
  await until(page, () => page.locator('[data-sheet]').evaluate((sheet) => getComputedStyle(sheet).paddingLeft), '20px');
  await page.locator('[data-embed] summary').click();
  const code = () => page.locator('[data-embed-code]').inputValue();
  await page.locator('[data-embed-lever=tga]').check();
  await page.locator('#embed-theme').selectOption({ index: 2 });
  const preview = await (await page.waitForSelector('[data-embed-preview]')).contentFrame();
  const shown = () => preview.evaluate(() => [document.documentElement.dataset.theme, ...[...document.querySelectorAll('input[type=range]')].map(({ id }) => id)].join(' ')).catch(() => '');
  await until(page, shown, 'dark capex tga');

  assert.match(await code(), /^<script src="[^"]+\/some\/sub\/path\/embed\.js" async><\/script>\n<liquidity-bathtub setting="v=2&amp;start=[\d-]+&amp;capex=900" show="tub" levers="capex,tga" theme="dark">/);
  await page.locator('[data-take=embed]').click();
  await page.waitForFunction(() => document.querySelector('[data-embed] [role=status]').textContent !== '');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await code());

  const pasted = await code();
  const one = await host(browser, site, pasted, { script: false });
  assert.equal(await level(await frameOf(one.page)), commanded(['capex=900']));
  await one.close();

  await page.locator('#embed-kind').selectOption({ index: 1 });
  const other = await host(browser, site, await code(), { script: false });
  assert.equal(await level(await frameOf(other.page)), commanded(['capex=900']));
  await other.close();
  for (const index of [2, 3]) {
    await page.locator('#embed-kind').selectOption({ index });
    assert.match(await code(), /bathtub-[\d-]+-week-52-scene\.png/);
  }
  // Each choice has the preview begin anew.
  assert.deepEqual(faults(record).filter((fault) => !fault.endsWith('net::ERR_ABORTED')), []);
  await close();
});

test('the share sheet offers the sliders that were moved, and names the picture that is chosen', async ({ browser, site }) => {
  const { page, close } = await open(browser, site, { query: '?v=2&tga=400&rate=-25', below: true });
  await page.locator('[data-share]').first().click();
  await page.locator('[data-embed] summary').click();
  const code = () => page.locator('[data-embed-code]').inputValue();
  assert.match(await code(), /levers="tga,rate"/);
  const choose = (name) => page.locator('#embed-show').selectOption({ label: name });
  await choose('Sliders and numbers');
  assert.match(await code(), /levers="capex,tga,runoff,rate,dry"/);
  await choose('Water level over two years');
  await page.locator('#embed-kind').selectOption({ index: 3 });
  const saved = page.waitForEvent('download');
  await page.locator('#takeaway-what').selectOption({ label: 'Water level over two years' });
  await page.locator('[data-take=png]').click();
  const name = (await saved).suggestedFilename();
  assert.ok((await code()).includes(`src="${name}" alt="Water level over two years. `), `${name} in ${await code()}`);
  await close();
});
