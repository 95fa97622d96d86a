// A tub on hostile ground: hosts that forbid, restyle, move, lie and forget.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';

import { suite } from './harness.mjs';
import { commanded, frameOf, host, level, tub, until } from './hosts.mjs';

const test = suite(nodeTest);
const EAGER = '<liquidity-bathtub capex="900" loading="eager"><p>A tub.</p></liquidity-bathtub>';
const seen = (page) => page.evaluate(() => document.querySelector('liquidity-bathtub').shown?.values.capex);

test('a sandbox of scripts only', async ({ browser, site }) => {
  const body = `<iframe sandbox="allow-scripts" width=600 height=600 src="${site.address}?embed=1&v=2&capex=900"></iframe>`;
  const { page, faults: told, close } = await host(browser, site, body, { script: false });
  const frame = await frameOf(page);
  assert.equal(await level(frame), commanded(['capex=900']));
  await frame.locator('#capex').focus();
  await frame.locator('#capex').press('End');
  await until(page, () => level(frame), commanded(['capex=1500']));
  assert.deepEqual(told(), []);
  await close();
});

test('a strict policy of the host', async ({ browser, site }) => {
  const { origin } = new URL(site.address);
  const headers = { 'content-security-policy': `default-src 'none'; script-src ${origin}; frame-src ${origin}` };
  const { page, faults: told, close } = await host(browser, site, EAGER, { headers });
  assert.equal(await level(await frameOf(page)), commanded(['capex=900']));
  await until(page, () => seen(page), 900);
  assert.deepEqual(told(), []);
  await close();
});

test('styles of the host that break naive markup, and a text from right to left', async ({ browser, site }) => {
  const head = '<style>* { float: left !important; width: 10px !important; font-size: 40px !important; transform: rotate(3deg) } iframe { display: none !important; height: 5px !important }</style>';
  const { page, close } = await host(browser, site, `<div dir=rtl>${EAGER}</div>`, { head, html: 'dir=rtl lang=ar' });
  const frame = await frameOf(page);
  const inside = await page.evaluate(() => {
    const frame = document.querySelector('liquidity-bathtub').shadowRoot.querySelector('iframe');
    return { display: getComputedStyle(frame).display, height: frame.clientHeight };
  });
  assert.ok(inside.display === 'block' && inside.height > 100, JSON.stringify(inside));
  assert.equal(await frame.evaluate(() => getComputedStyle(document.documentElement).direction), 'ltr');
  await close();
});

test('the colours of the host are those of the frame', async ({ browser, site }) => {
  const { page, close } = await host(browser, site, EAGER, { colorScheme: 'dark', head: '<meta name=color-scheme content="light dark">' });
  const frame = await frameOf(page);
  const dark = await frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ground').trim());
  assert.equal(dark, '#0e1a24');
  await close();
});

for (const [scheme, colorScheme] of [['dark', 'light'], ['light', 'dark']]) {
  test(`a page that is ${scheme} alone has a tub of its colours on a system that is ${colorScheme}`, async ({ browser, site }) => {
    const { page, close } = await host(browser, site, EAGER, { colorScheme, head: `<meta name=color-scheme content=${scheme}>` });
    const frame = await frameOf(page);
    const found = await frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ground').trim());
    assert.equal(found === '#0e1a24', scheme === 'dark', found);
    await close();
  });
}

test('a host that moves the element keeps what was shown', async ({ browser, site }) => {
  const { page, close } = await host(browser, site, `<div id=one>${EAGER}</div><div id=other></div>`);
  const frame = await frameOf(page);
  await frame.locator('#capex').focus();
  await frame.locator('#capex').press('End');
  await until(page, () => seen(page), 1500);
  await page.evaluate(() => document.getElementById('other').append(document.querySelector('liquidity-bathtub')));
  await until(page, async () => level(await frameOf(page)), commanded(['capex=1500']));
  await close();
});

test('two versions of the script on one page, and a setting before the script', async ({ browser, site }) => {
  const body = `${EAGER}<script>document.querySelector('liquidity-bathtub').dry = 0</script><script src="${site.address}embed.js?again" async></script>`;
  const { page, faults: told, close } = await host(browser, site, body);
  assert.equal(await level(await frameOf(page)), commanded(['capex=900', 'dry=0']));
  assert.deepEqual(told(), []);
  await close();
});

test('a frame that is hidden at first starts when it is shown', async ({ browser, site }) => {
  const { page, record, close } = await host(browser, site, `<div id=fold style="display: none">${EAGER}</div>`);
  await page.waitForTimeout(1200);
  assert.deepEqual(record.fetched.filter((name) => name.endsWith('.wasm')), []);
  await page.evaluate(() => { document.getElementById('fold').style.display = 'block'; });
  assert.equal(await level(await frameOf(page)), commanded(['capex=900']));
  await close();
});

test('quotes of editors and a zoomed browser', async ({ browser, site }) => {
  const body = '<liquidity-bathtub capex=”1,200” dry=“0” loading=eager></liquidity-bathtub>'.replace('1,200', '1200');
  const { page, close } = await host(browser, site, body, { deviceScaleFactor: 2.5, viewport: { width: 420, height: 700 } });
  assert.equal(await level(await frameOf(page)), commanded(['capex=1200', 'dry=0']));
  await close();
});

test('keys in a frame move its slider and do not scroll the host', async ({ browser, site }) => {
  const { page, close } = await host(browser, site, `${EAGER}<div style="height: 4000px"></div>`);
  const frame = await frameOf(page);
  await frame.locator('#capex').focus();
  const before = await page.evaluate(() => scrollY);
  for (const key of ['PageDown', 'End', 'Home', 'ArrowDown', 'ArrowUp']) await frame.locator('#capex').press(key);
  assert.equal(await page.evaluate(() => scrollY), before);
  await close();
});

test('a hostile host can set levers and nothing else', async ({ browser, site }) => {
  const body = `<script>
      const heard = [];
      addEventListener('message', ({ data }) => heard.push(data));
    </script><iframe width=600 height=600 src="${site.address}?embed=1&v=2&capex=900"></iframe>`;
  const { page, faults: told, close } = await host(browser, site, body, { script: false });
  const frame = await frameOf(page);
  await page.evaluate(() => {
    const { contentWindow: target } = document.querySelector('iframe');
    const say = (message) => target.postMessage(message, '*');
    const evil = { toString: () => { throw new Error('x'); } };
    for (const message of [null, 1, 'set', [], {}, { bathtub: 2, type: 'set', setting: 'capex=1' }, { bathtub: '1', type: 'set', setting: 'capex=1' }]) say(message);
    say({ bathtub: 1 });
    say({ bathtub: 1, type: 'hello' });
    say({ bathtub: 1, type: 'eval', setting: 'alert(1)' });
    say({ bathtub: 1, type: 'set' });
    say({ bathtub: 1, type: 'set', setting: 7 });
    say({ bathtub: 1, type: 'set', setting: 'x'.repeat(100_000) });
    say({ bathtub: 1, type: 'step', setting: 'capex=1000', point: 'javascript:alert(1)' });
    say({ bathtub: 1, type: 'set', setting: 'capex=<img src=x onerror=alert(1)>&__proto__=1', id: 5 });
    say({ bathtub: 1, type: 'set', setting: 'dry=0', id: Number.NaN });
    void evil;
  });
  await until(page, () => level(frame), commanded(['capex=900', 'dry=0']));
  const errors = await page.evaluate(() => heard.filter(({ type }) => type === 'error'));
  assert.ok(errors.length >= 6, JSON.stringify(errors));
  assert.ok(errors.some(({ id, faults }) => id === 5 && faults.length === 2));
  assert.equal(await frame.evaluate(() => document.documentElement.dataset.state), 'ready');
  assert.equal(await frame.locator('.embed-said img').count(), 0);
  assert.deepEqual(told(), []);
  await close();
});

test('another window than the host is not heard', async ({ browser, site }) => {
  const body = `<iframe id=tub width=600 height=600 src="${site.address}?embed=1&v=2&capex=900"></iframe>
    <iframe id=other srcdoc="<script>setInterval(() => parent.frames[0].postMessage({ bathtub: 1, type: 'set', setting: 'capex=100' }, '*'), 50)</script>"></iframe>`;
  const { page, close } = await host(browser, site, body, { script: false });
  const frame = await frameOf(page, '#tub');
  await page.waitForTimeout(1000);
  assert.equal(await level(frame), commanded(['capex=900']));
  await close();
});

test('a hostile frame reaches nothing of the host', async ({ browser, site }) => {
  const evil = `<script>
      const say = (message) => parent.postMessage({ bathtub: 1, ...message }, '*');
      say({ type: 'here' });
      for (const height of [1e9, -5, NaN, 'x', null, {}]) say({ type: 'height', height });
      say({ type: 'change', setting: { toString: 1 }, values: null });
      say({ type: 'click', isTrusted: true });
      say({ type: 'ready', setting: 'javascript:alert(1)', values: '<b>' });
    </script>`;
  const { page, record, close } = await host(browser, site, '<liquidity-bathtub src="./evil/" loading=eager></liquidity-bathtub>', { pages: { '/evil/': evil } });
  await page.waitForTimeout(1000);
  const state = await page.evaluate(() => ({
    height: document.querySelector('liquidity-bathtub').offsetHeight,
    children: document.body.children.length,
  }));
  assert.ok(state.height <= 4000 && state.height >= 120, JSON.stringify(state));
  assert.equal(state.children, 1);
  assert.deepEqual(record.errors, []);
  await close();
});

test('fifty on a page start as they come into sight, and five hundred leave nothing behind', async ({ browser, site }) => {
  const { page, record, close } = await host(browser, site, EAGER.replace(' loading="eager"', '').repeat(50), { viewport: { width: 800, height: 600 } });
  await page.waitForFunction(() => customElements.get('liquidity-bathtub'));
  await frameOf(page);
  await page.waitForTimeout(500);
  const frames = await page.evaluate(() => [...document.querySelectorAll('liquidity-bathtub')].filter((one) => one.shadowRoot.querySelector('iframe')).length);
  assert.ok(frames >= 1 && frames < 8, `${frames} frames`);
  await page.evaluate(() => document.body.replaceChildren());
  const session = await page.context().newCDPSession(page);
  const counted = async () => {
    await session.send('HeapProfiler.enable');
    for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
    const { documents, jsEventListeners, nodes } = await session.send('Memory.getDOMCounters');
    return { documents, jsEventListeners, nodes };
  };
  const turns = (count) =>
    page.evaluate(async (count) => {
      for (let i = 0; i < count; i += 1) {
        const one = document.createElement('liquidity-bathtub');
        one.setAttribute('loading', 'eager');
        one.setAttribute('capex', String(500 + i));
        document.body.append(one);
        if (i % 20 === 0) await new Promise((resume) => setTimeout(resume));
        one.remove();
      }
      await new Promise((resume) => setTimeout(resume, 300));
    }, count);
  await turns(20);
  const before = await counted();
  await turns(500);
  const after = await counted();
  assert.ok(after.documents <= before.documents + 5 && after.nodes <= before.nodes + 200 && after.jsEventListeners <= before.jsEventListeners + 10, JSON.stringify({ before, after }));
  assert.deepEqual(record.errors, []);
  await close();
});
