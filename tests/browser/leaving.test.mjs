// Files, clipboard, sharing, paper and large pictures where a frame or a device forbids them: what the
// page says is never more than it knows, and a way is left.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import * as nodeTest from 'node:test';

import { faults, seen, suite } from './harness.mjs';

const test = suite(nodeTest);
const QUERY = '?v=2&start=2026-10-07&tga=300';
const ANDROID_VIEW = 'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36';
const IPHONE_VIEW = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148';
const IPHONE_SAFARI = `${IPHONE_VIEW.replace('Mobile', 'Version/17.5 Mobile')} Safari/604.1`;

/** The page with its sheet open; what it is asked for first happens in it. */
async function sheet(where, before) {
  await where.locator('[data-share]').click();
  await where.locator('[data-sheet][open]').waitFor();
  if (before) await where.locator('body').evaluate(before);
}

/** Presses a button of the sheet and returns what is said: name of the outcome and its words. */
async function take(where, button) {
  await where.locator(button).click();
  const said = where.locator('[data-sheet] [role=status] [data-outcome]');
  await said.waitFor();
  return { outcome: await said.getAttribute('data-outcome'), words: await said.innerText(), said };
}

/** Opens the page in a frame, of the same site or of another. */
async function framed(browser, site, { sandbox, allow = '', other = false }) {
  const context = await browser.newContext({ acceptDownloads: true });
  await context.addInitScript(seen);
  const page = await context.newPage();
  const files = [];
  page.on('download', (file) => files.push(file.suggestedFilename()));
  const box = sandbox === undefined ? '' : `sandbox="${sandbox}"`;
  const html = `<!doctype html><iframe ${box} allow="${allow}" width="1200" height="700" src="${site.address}${QUERY}"></iframe>`;
  const host = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(html));
  await new Promise((ready) => host.listen(0, '127.0.0.1', ready));
  // Another name of this machine is another site.
  const inside = new URL('around.html', site.address).href;
  await page.route(inside, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(other ? `http://localhost:${host.address().port}/` : inside);
  const frame = page.frameLocator('iframe');
  await frame.locator('.sections').waitFor({ state: 'attached' });
  await sheet(frame);
  const close = async () => {
    await context.close();
    host.close();
  };
  return { page, frame, files, close };
}

for (const [what, frame, file] of [
  ['no sandbox', {}, 'saved'],
  ['no sandbox, another site', { other: true }, 'saved'],
  ['scripts only', { sandbox: 'allow-scripts' }, 'unsure'],
  ['scripts and origin', { sandbox: 'allow-scripts allow-same-origin' }, 'unsure'],
  ['scripts and origin, another site', { sandbox: 'allow-scripts allow-same-origin', other: true }, 'unsure'],
  ['downloads', { sandbox: 'allow-scripts allow-same-origin allow-downloads' }, 'saved'],
  ['downloads, another site', { sandbox: 'allow-scripts allow-same-origin allow-downloads', other: true }, 'unsure'],
]) {
  test(`a frame with ${what}: a file is ${file}`, async ({ browser, site }) => {
    const { page, frame: where, files, close } = await framed(browser, site, frame);
    for (const button of ['[data-take=png]', '[data-take=svg]', '[data-save=csv]']) {
      const before = files.length;
      const { outcome, words } = await take(where, button);
      assert.equal(outcome, file, `${button}: ${words}`);
      await page.waitForTimeout(300);
      const came = files.length > before;
      assert.ok(came || outcome !== 'saved', `${button}: nothing came, and the page says ${words}`);
      assert.equal(came, frame.sandbox === undefined || frame.sandbox.includes('downloads'), button);
      assert.match(words, /bathtub-2026-10-07/u);
      assert.equal(await where.locator('[data-own-tab]').count(), outcome === 'unsure' ? 1 : 0);
    }
    await close();
  });
}

test('a frame leaves a way: a tab of its own, or the address to copy', async ({ browser, site }) => {
  const { page, frame, close } = await framed(browser, site, { sandbox: 'allow-scripts allow-same-origin allow-popups' });
  const { said } = await take(frame, '[data-take=png]');
  assert.equal(await said.locator('.address').inputValue(), site.address + QUERY);
  const opened = page.context().waitForEvent('page');
  await frame.locator('[data-own-tab]').click();
  const tab = await opened;
  await tab.locator('.sections').waitFor({ state: 'attached' });
  assert.equal(tab.url(), site.address + QUERY);
  // It has inherited the sandbox, and knows.
  await sheet(tab);
  assert.equal((await take(tab, '[data-take=png]')).outcome, 'unsure');
  await close();
});

test('a frame without leave for the clipboard shows the link, marked', async ({ browser, site }) => {
  const { frame, close } = await framed(browser, site, { sandbox: 'allow-scripts allow-same-origin', other: true });
  const { outcome, said } = await take(frame, '[data-take=link]');
  assert.equal(outcome, 'failed');
  const field = said.locator('.address');
  assert.equal(await field.inputValue(), site.address + QUERY);
  await field.evaluate((input) => new Promise((done) => setTimeout(done, 50, input)));
  const marked = await field.evaluate((input) => document.activeElement === input && input.value.slice(input.selectionStart, input.selectionEnd));
  assert.equal(marked, site.address + QUERY);
  await close();
});

test('a frame without leave for dialogues cannot print, and says so', async ({ browser, site }) => {
  const { frame, close } = await framed(browser, site, { sandbox: 'allow-scripts allow-same-origin' });
  const { outcome, words } = await take(frame, '[data-take=print]');
  assert.equal(outcome, 'unprinted');
  assert.match(words, /did not begin to print/u);
  assert.equal(await frame.locator('[data-own-tab]').count(), 1);
  await close();
});

test('paper that comes is not spoken of; a program without printing is', async ({ open }) => {
  const { page, record } = await open({ below: true });
  await sheet(page);
  await page.evaluate(() => {
    globalThis.begun = 0;
    addEventListener('beforeprint', ({ isTrusted }) => (globalThis.begun += isTrusted));
  });
  await page.locator('[data-take=print]').click();
  await page.waitForFunction(() => globalThis.begun === 1);
  await page.waitForTimeout(300);
  assert.equal(await page.locator('[data-outcome]').count(), 0);
  assert.deepEqual(faults(record), []);
  await page.evaluate(() => (globalThis.print = undefined));
  assert.equal((await take(page, '[data-take=print]')).outcome, 'unprinted');
});

for (const [who, userAgent, expected] of [
  ['an Android view', ANDROID_VIEW, 'unsure'],
  ['an iPhone view', IPHONE_VIEW, 'unsure'],
  ['Safari on an iPhone', IPHONE_SAFARI, 'saved'],
]) {
  test(`${who}: a file is ${expected}`, async ({ open }) => {
    const { page } = await open({ below: true, userAgent, query: QUERY, viewport: { width: 390, height: 844 } });
    await sheet(page);
    assert.equal((await take(page, '[data-save=csv]')).outcome, expected);
  });
}

test('sharing that is called off is no failure; sharing that is forbidden becomes a copy or the link', async ({ open }) => {
  const { page } = await open({ below: true, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  await sheet(page, () => {
    navigator.share = () => Promise.reject(new DOMException('called off', globalThis.why));
    navigator.clipboard.writeText = async (text) => {
      if (globalThis.barred) throw new DOMException('closed', 'NotAllowedError');
      globalThis.copied = text;
    };
    globalThis.why = 'AbortError';
  });
  await page.locator('[data-take=link]').click();
  await page.waitForTimeout(300);
  assert.equal(await page.locator('[data-outcome]').count(), 0);
  assert.equal(await page.evaluate(() => globalThis.copied), undefined);
  await page.evaluate(() => (globalThis.why = 'NotAllowedError'));
  assert.equal((await take(page, '[data-take=link]')).outcome, 'copied');
  await page.evaluate(() => (globalThis.barred = true));
  await page.locator('[data-take=link]').click();
  await page.locator('[data-outcome=failed] .address').waitFor();
});

/** What a device does that draws nothing on more pixels than `globalThis.room`. */
function small() {
  const toBlob = HTMLCanvasElement.prototype.toBlob;
  HTMLCanvasElement.prototype.toBlob = function (done, ...rest) {
    if (this.width * this.height > globalThis.room) done(null);
    else toBlob.call(this, done, ...rest);
  };
}

for (const [what, index] of [['the bathtub', 0], ['a chart', 1]]) {
  test(`a device with little room: ${what} is smaller, and the words tell the size`, async ({ open }) => {
    const { page } = await open({ below: true, before: (page) => page.addInitScript(small) });
    await sheet(page);
    await page.locator('#takeaway-what').selectOption({ index });
    await page.evaluate(() => (globalThis.room = 1_000_000));
    const download = page.waitForEvent('download');
    const { outcome, words } = await take(page, '[data-take=png]');
    assert.equal(outcome, 'saved');
    const png = await readFile(await (await download).path());
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    assert.ok(width < 1920 && width * height <= 1_000_000, `${width} × ${height}`);
    const count = (number) => number.toLocaleString('en');
    assert.ok(words.includes(`${count(width)} × ${count(height)} pixels, since 1,920 across are more`), words);
  });
}

test('a picture that cannot be drawn at all is not saved', async ({ open }) => {
  const { page } = await open({ below: true, before: (page) => page.addInitScript(small) });
  await sheet(page);
  let files = 0;
  page.on('download', () => (files += 1));
  await page.evaluate(() => (globalThis.room = 0));
  const { outcome, words } = await take(page, '[data-take=png]');
  assert.equal(outcome, 'undrawn');
  assert.match(words, /no file was written/u);
  // A canvas that is not to be had fails in another way.
  await page.evaluate(() => {
    globalThis.room = Infinity;
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.locator('[data-outcome=undrawn]').waitFor();
  assert.equal((await take(page, '[data-take=png]')).outcome, 'undrawn');
  assert.equal(files, 0);
});

test('what saves cannot be fetched: that is said, and it is tried again', async ({ open }) => {
  let down = true;
  const { page } = await open({
    below: true,
    before: (page) => page.route(/export-[0-9a-f]+\.js/u, (route) => (down ? route.abort() : route.continue())),
  });
  await sheet(page);
  assert.equal((await take(page, '[data-save=csv]')).outcome, 'missing');
  down = false;
  await page.locator('[data-save=csv]').click();
  await page.locator('[data-outcome=saved]').waitFor();
});
