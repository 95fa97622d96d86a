// The page without a line: a service worker keeps one deploy, whole, and answers for nothing else.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import * as nodeTest from 'node:test';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { deploy } from './deploys.mjs';
import { BASE, DIST, fetchBelow, launch, seen, serve, settled, show, watch } from './harness.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'bathtub-offline-'));
const place = (name) => path.join(folder, name);
let browser;

nodeTest.before(async () => {
  browser = await launch();
  for (const mark of ['a', 'b']) deploy(place(mark), mark);
  cpSync(place('a'), place('pinned'), { recursive: true });
  cpSync(place('b'), place('pinned/v/0.0.1'), { recursive: true });
});
nodeTest.after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A visitor, and a host that puts one deploy in the place of another at the same address. */
const test = (name, body) =>
  nodeTest.test(name, { timeout: 120_000 }, async () => {
    const context = await browser.newContext({ serviceWorkers: 'allow' });
    await context.addInitScript(seen);
    let site;
    const host = async (dir) => {
      await site?.close();
      site = await serve({ dir, port: site ? new URL(site.address).port : 0 });
      return site.address;
    };
    try {
      await body({ context, host, unplug: () => site.close() });
    } finally {
      await context.close();
      await site?.close();
    }
  });

/** Opens the page in a tab, with what came to it, one response each. */
async function visit(context, address) {
  const page = await context.newPage();
  const record = watch(page, address);
  const responses = [];
  page.on('response', (response) => responses.push(response));
  await page.goto(address);
  await settled(page);
  return { page, record, responses };
}

/** Waits until the page has been kept. */
const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));

/** Waits until a newer deploy has been kept, and waits in turn. */
const keptAnother = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    while (!registration.waiting) await new Promise((resume) => setTimeout(resume, 50));
  });

/** The deploys out of which every one of some responses may be. */
async function deploys(responses) {
  let possible = ['a', 'b'];
  for (const response of responses) {
    const { pathname } = new URL(response.url());
    const name = decodeURIComponent(pathname.slice(BASE.length)) || 'index.html';
    if (!response.ok() || /\.(svg|png|webmanifest)$/u.test(name)) continue;
    const body = await response.body().catch(() => undefined);
    // A page that loads itself again is empty.
    if (!body?.length) continue;
    possible = possible.filter((mark) => {
      const file = path.join(place(mark), name);
      return existsSync(file) && readFileSync(file).equals(body);
    });
  }
  return possible.join();
}

const level = (page) => page.locator('[data-readout=level]').getAttribute('data-value').then(Number);
const painted = () => {
  const [canvas] = document.querySelectorAll('.chart canvas');
  return canvas?.width > 0 && canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some(Boolean);
};

test('the second visit needs no line', async ({ context, host, unplug }) => {
  const address = await host(DIST);
  const first = await visit(context, address);
  await kept(first.page);
  await first.page.close();
  await unplug();
  const { page, responses } = await visit(context, `${address}?v=2&capex=900`);
  assert.ok(responses.length > 5 && responses.every((response) => response.fromServiceWorker()));
  await fetchBelow(page);
  await page.waitForFunction(painted);
  const before = await level(page);
  await page.locator('#tga').fill('1500');
  assert.ok((await level(page)) < before);
  // The engine and its tables.
  await show(page, 'why');
  await page.waitForSelector('[data-insight="fresh"]', { timeout: 30_000 });
  await page.close();
  const other = await visit(context, `${address}?lang=ru`);
  assert.equal(await other.page.locator('html').getAttribute('lang'), 'ru');
  assert.match(await other.page.title(), /\p{Script=Cyrillic}/u);
});

test('two deploys are never mixed, and the newer one comes with the second reload', async ({ context, host }) => {
  const address = await host(place('a'));
  const first = await visit(context, address);
  await fetchBelow(first.page);
  assert.equal(await deploys(first.responses), 'a');
  await kept(first.page);
  // The page that is open has been made without the worker. It is loaded again, to be of the worker's.
  await first.page.reload();
  await settled(first.page);

  await host(place('b'));
  const second = await visit(context, address);
  await keptAnother(second.page);
  // Words are asked for late: the old page goes on with its own, whatever has come since.
  await second.page.locator('#language').selectOption('ru');
  await second.page.waitForSelector('html[lang=ru]');
  await fetchBelow(second.page);
  assert.equal(await deploys(second.responses), 'a');

  // As long as another page of the old deploy is open, a reload is of the old one too.
  second.responses.length = 0;
  await second.page.reload();
  await settled(second.page);
  await fetchBelow(second.page);
  assert.equal(await deploys(second.responses), 'a');
  await first.page.close();

  second.responses.length = 0;
  await second.page.reload();
  await second.page.waitForFunction(() => document.querySelector('#boot')?.src.includes('bbbb'));
  await settled(second.page);
  await fetchBelow(second.page);
  assert.equal(await deploys(second.responses), 'b');
  assert.ok(second.responses.some((response) => response.fromServiceWorker()));
  assert.equal(await second.page.locator('html').getAttribute('lang'), 'ru', 'the setting is kept');
});

test('a deploy that changes while it is fetched is not kept', async ({ context, host }) => {
  // The page of one and the words of the other, as a host has them that copies files one by one.
  cpSync(place('a'), place('mixed'), { recursive: true });
  cpSync(path.join(place('b'), 'words/vi.json'), path.join(place('mixed'), 'words/vi.json'));
  const address = await host(place('mixed'));
  const { page } = await visit(context, address);
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.register('./service-worker.js');
    const worker = registration.installing;
    return new Promise((resolve) => worker.addEventListener('statechange', () => resolve(worker.state)));
  });
  assert.equal(state, 'redundant');
  await page.reload();
  await settled(page);
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null);
});

test('a page that was renewed while it was open offers to load it again', async ({ context, host }) => {
  const address = await host(place('a'));
  const { page, responses } = await visit(context, address);
  await fetchBelow(page);
  await kept(page);
  await host(place('b'));
  // The part that is wanted next has gone with the old deploy.
  await page.evaluate(() => globalThis.bathtubPart({ href: new URL('./gone-aaaaaaaaaaaaaaaa.wasm', location.href) }).catch(() => {}));
  await page.locator('#stale').waitFor();
  await page.locator('[data-reload]').click();
  await page.waitForFunction(() => !document.querySelector('#stale')?.checkVisibility());
  await settled(page);
  await keptAnother(page);
  responses.length = 0;
  await page.reload();
  await page.waitForFunction(() => document.querySelector('#boot')?.src.includes('bbbb'));
  await settled(page);
  assert.equal(await deploys(responses), 'b');
});

test('it answers for the page alone: not for embedded tubs, pinned releases, articles', async ({ context, host }) => {
  const address = await host(place('pinned'));
  const first = await visit(context, address);
  await kept(first.page);
  await first.page.close();
  const page = await context.newPage();
  const documents = [];
  const words = [];
  page.on('response', (response) => {
    if (response.request().isNavigationRequest()) documents.push(response);
    if (/\/words\/|version\.json$/u.test(response.url())) words.push(response);
  });
  await page.goto(`${address}?v=2`);
  assert.ok(documents.pop().fromServiceWorker(), 'the page itself comes from the worker');
  await settled(page);
  for (const name of ['?embed=1&lang=ru', 'v/0.0.1/', 'v/0.0.1/?lang=ru', 'articles/shutdown-squeeze/', 'index.html']) {
    await page.goto(address + name);
    assert.deepEqual(documents.splice(0).filter((response) => response.fromServiceWorker()).map((response) => response.url()), [], name);
    if (!name.startsWith('articles')) await settled(page);
    if (name.includes('lang=ru')) await page.waitForSelector('html[lang=ru]');
  }
  await page.evaluate((place) => fetch(`${place}version.json`).then((answer) => answer.text()), address);
  assert.ok(words.length >= 3, 'words of the tub, of the release, and the version');
  assert.deepEqual(words.filter((response) => response.fromServiceWorker()).map((response) => response.url()), []);
});

test('embedded tubs, pinned releases and frames have none', async ({ context, host }) => {
  const address = await host(place('pinned'));
  const page = await context.newPage();
  const none = async () => {
    await page.waitForTimeout(7000);
    assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)), 0, page.url());
  };
  await page.goto(`${address}v/0.0.1/`);
  await settled(page);
  await none();
  await page.goto(`${address}?embed=1`);
  await settled(page);
  await none();
  await page.goto(`${address}articles/shutdown-squeeze/`);
  await page.evaluate(() => document.body.append(Object.assign(document.createElement('iframe'), { src: '../../' })));
  await none();
});
