// What is found by a search or shown by a preview: a page for every scenario, with its card, and what the
// published site says of itself.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { DIST, DUCKS, XTASK, command, faults, fetchBelow, launch, load, root, serve, settled, watch } from './harness.mjs';

const { AxeBuilder } = load('@axe-core/playwright');

/** Where the site says that it is. Nothing is fetched from there. */
const ADDRESS = 'https://example.org/some/tub/';
/** The largest card, bytes: messengers give up on large pictures. */
const HEAVIEST = 75_000;
const READOUTS = { level: 'level', index: 'index', spread: 'spread_bp' };

const CARDS = JSON.parse(readFileSync(path.join(root, 'tests/browser/cards.json'), 'utf8'));
const KEYS = Object.keys(CARDS);

let folder, dir, site, browser;

before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'bathtub-discovery-'));
  dir = path.join(folder, 'site');
  const [program, ...rest] = XTASK;
  const args = [...rest, 'build', '--site-url', ADDRESS, '--from', DIST, '--to', dir];
  execFileSync(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  [site, browser] = await Promise.all([serve({ dir }), launch()]);
});

after(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What axe finds. A tub that runs is looked at where it is tested. */
async function violations(page, { without = [] } = {}) {
  const axe = without.reduce((builder, selector) => builder.exclude(selector), new AxeBuilder({ page }));
  const { violations: found } = await axe.analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`);
}

/** The command at the setting of a link: numbers by the names that a page gives them. */
function commanded(link) {
  const query = new URL(link, ADDRESS).searchParams;
  const week = Number(query.get('week') ?? 52);
  const sets = [...query].filter(([key]) => !['v', 'lang', 'scenario', 'start', 'week'].includes(key));
  const printed = command(['run', '--start', query.get('start'), '--week', String(week), ...sets.flatMap(([key, value]) => ['--set', `${key}=${value}`])]);
  const numbers = Object.entries(READOUTS).map(([name, key]) => [name, printed.readouts[key]]);
  return Object.fromEntries([...numbers, ...DUCKS.map((duck) => [`duck-${duck}`, printed.ducks[duck].change_pct])]);
}

/** A page at a width: what it says, and where it leads. */
async function read(page, where) {
  await page.goto(`${site.address}${where}`);
  return page.evaluate(() => ({
    numbers: Object.fromEntries([...document.querySelectorAll('[data-number]')].map(({ dataset }) => [dataset.number, Number(dataset.value)])),
    texts: Object.fromEntries([...document.querySelectorAll('[data-number]')].map((row) => [row.dataset.number, row.cells[1].textContent])),
    name: document.querySelector('h1').textContent,
    said: document.querySelector('.said')?.textContent,
    week: document.querySelector('caption')?.textContent,
    link: document.querySelector('a.open')?.href,
    ways: [...document.querySelectorAll('a')].map(({ href }) => href),
  }));
}

for (const key of KEYS) {
  test(`the page of ${key} says the command’s numbers, as its card and the page with the sliders do`, async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    try {
      const page = await context.newPage();
      const record = watch(page, site.address);
      const said = await read(page, `scenarios/${key}/`);
      const { stage, ...numbers } = said.numbers;
      assert.ok(stage >= 0);
      assert.deepEqual(numbers, commanded(said.link));
      const { said: moved, ...card } = CARDS[key];
      const { level, index, spread, stage: name } = said.texts;
      assert.deepEqual({ name: said.name, week: said.week, level, index, stage: name, spread }, card, 'node tests/browser/cards.mjs draws the cards anew');
      assert.ok(said.said.startsWith(moved), `${said.said} begins as the card does: ${moved}`);
      assert.deepEqual(await violations(page, { without: ['liquidity-bathtub'] }), []);
      const frame = await (await page.waitForSelector('iframe.ready')).contentFrame();
      assert.equal(Number(await frame.locator('[data-readout=level]').getAttribute('data-value')), numbers.level);
      await page.locator('a.open').click();
      await settled(page);
      for (const one of Object.keys(READOUTS)) {
        assert.equal(Number(await page.locator(`[data-readout=${one}]`).getAttribute('data-value')), numbers[one], one);
      }
      assert.equal(await page.locator(`[data-scenario=${key}]`).getAttribute('aria-pressed'), 'true');
      assert.deepEqual(faults(record), []);
    } finally {
      await context.close();
    }
  });
}

test('every page is accessible and fits on a phone, in the dark and in every language', async () => {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, colorScheme: 'dark' });
  const languages = readdirSync(path.join(dir, 'scenarios', KEYS[0])).filter((name) => !name.includes('.'));
  assert.equal(languages.length, 4);
  const scenarios = ['', ...KEYS.map((key) => `${key}/`), ...languages.map((tag, at) => `${KEYS[at]}/${tag}/`), 'ru/'];
  const waiting = [...scenarios.map((where) => `scenarios/${where}`), 'glossary/', ...languages.map((tag) => `glossary/${tag}/`), 'articles/'];
  const found = [];
  const lane = async () => {
    const page = await context.newPage();
    const record = watch(page, site.address);
    // What readers without scripts have in place of the tub.
    await page.route('**/embed.js*', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    for (let where = waiting.shift(); where !== undefined; where = waiting.shift()) {
      await page.setViewportSize({ width: 390, height: 800 });
      await page.goto(`${site.address}${where}`);
      found.push(...(await violations(page)).map((one) => `${where} ${one}`));
      await page.setViewportSize({ width: 360, height: 740 });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) found.push(`${where} is ${over} px too wide`);
    }
    found.push(...faults(record));
  };
  try {
    // Two at a time: most of it is axe's computing.
    await Promise.all([lane(), lane()]);
    assert.deepEqual(found, []);
  } finally {
    await context.close();
  }
});

test('every label leads to a word of the glossary, in its language', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    for (const [tag, where] of [['en', 'glossary/'], ['ru', 'glossary/ru/']]) {
      const page = await context.newPage();
      await page.goto(`${site.address}?v=2&lang=${tag}`);
      await settled(page);
      await fetchBelow(page);
      for (const group of await page.locator('details[data-group]').all()) await group.evaluate((fold) => {
        // Of those that share a name one is open at a time.
        fold.removeAttribute('name');
        fold.open = true;
      });
      await page.waitForSelector('#beta_gold', { state: 'attached' });
      const all = await page.locator('a.word').evaluateAll((links) => links.map(({ href, textContent }) => [href, textContent.trim()]));
      assert.ok(all.length > 80, `${all.length} labels`);
      const wanted = new Set();
      for (const [href, text] of all) {
        assert.ok(text.length > 0 && href.startsWith(`${site.address}${where}#`), `${text}: ${href}`);
        wanted.add(new URL(href).hash.slice(1));
      }
      const [other] = await Promise.all([context.waitForEvent('page'), page.locator('.readout a.word').first().click()]);
      await other.waitForLoadState();
      const missing = await other.evaluate((wanted) => wanted.filter((id) => !document.getElementById(id)), [...wanted]);
      assert.deepEqual(missing, []);
      assert.equal(await other.evaluate(() => document.querySelector(':target dt')?.textContent.length > 2), true, 'the word is marked');
      await other.close();
      await page.close();
    }
  } finally {
    await context.close();
  }
});

/** Pages of the published site, as paths from its root. */
const htmlFiles = () => readdirSync(dir, { recursive: true }).filter((name) => name.endsWith('.html'));

/** The file that an address of the published site means. */
function file(address) {
  assert.ok(address.startsWith(ADDRESS), `${address} is a whole address of the site`);
  const { pathname } = new URL(address);
  const name = pathname.slice(new URL(ADDRESS).pathname.length);
  return path.join(dir, name === '' || name.endsWith('/') ? `${name}index.html` : name);
}

/** Every page read in a browser, which makes tags of texts. */
async function told() {
  const page = await browser.newPage();
  const all = [];
  for (const name of htmlFiles()) {
    all.push([name, await page.evaluate((text) => {
      const doc = new DOMParser().parseFromString(text, 'text/html');
      const values = (selector, attribute) => [...doc.querySelectorAll(selector)].map((one) => one.getAttribute(attribute));
      return {
        lang: doc.documentElement.lang,
        canonical: values('link[rel=canonical]', 'href'),
        alternate: [...doc.querySelectorAll('link[hreflang]')].map((one) => [one.hreflang, one.getAttribute('href')]),
        pictures: values('meta[property="og:image"], meta[name="twitter:image"]', 'content'),
        url: values('meta[property="og:url"]', 'content'),
        oembed: values('link[type="application/json+oembed"]', 'href'),
        words: values('meta[name=description], meta[property="og:title"], meta[property="og:description"], meta[name="twitter:title"], meta[name="twitter:description"], meta[name="twitter:card"]', 'content'),
        title: doc.title,
        data: [...doc.querySelectorAll('script[type="application/ld+json"]')].map((one) => one.textContent),
        hidden: values('meta[name=robots]', 'content').includes('noindex'),
      };
    }, readFileSync(path.join(dir, name), 'utf8'))]);
  }
  await page.close();
  return all;
}

/** Width and height of a JPEG: the frame’s own marker says them. */
function sizeOfJpeg(bytes) {
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    if ([0xc0, 0xc1, 0xc2].includes(bytes[at + 1])) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
  }
  throw new Error('no JPEG');
}

const sizeOfPng = (bytes) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];

test('whatever address the published site names is there, and languages name each other', async () => {
  const all = await told();
  assert.ok(all.length > 5 * KEYS.length, `${all.length} pages`);
  const canonical = new Map();
  const titles = new Set();
  for (const [name, page] of all) {
    for (const address of [...page.canonical, ...page.url, ...page.pictures, ...page.oembed, ...page.alternate.map(([, to]) => to)]) {
      assert.ok(existsSync(file(address)), `${name}: ${address}`);
    }
    assert.equal(page.words.length, 6, name);
    assert.ok(page.words.every((text) => text.length > 1), `${name}: ${page.words}`);
    assert.equal(page.pictures.length, 2, name);
    assert.equal(page.canonical.length, 1, name);
    if (!name.endsWith('index.html')) continue;
    assert.deepEqual(page.canonical, page.url, name);
    assert.equal(file(page.canonical[0]), path.join(dir, name));
    canonical.set(page.canonical[0], page);
    assert.ok(!page.hidden && !titles.has(page.title), `${name}: ${page.title}`);
    titles.add(page.title);
    const [data] = page.data.map((text) => JSON.parse(text));
    assert.equal(data['@context'], 'https://schema.org');
    const { url, image } = data['@graph'][0];
    assert.equal(url, page.canonical[0]);
    for (const one of [image].flat()) assert.equal(one, page.pictures[0]);
    for (const { item } of data['@graph'][1]?.itemListElement ?? []) assert.ok(existsSync(file(item)), item);
  }
  for (const [address, { lang, alternate }] of canonical) {
    if (address === ADDRESS || alternate.length === 0) continue;
    const own = alternate.find(([tag]) => tag === lang);
    assert.equal(own?.[1], address);
    for (const [, to] of alternate) assert.deepEqual(canonical.get(to).alternate, alternate, `${address} and ${to}`);
  }

  const map = readFileSync(path.join(dir, 'sitemap.xml'), 'utf8');
  const places = [...map.matchAll(/<loc>([^<]+)<\/loc>/gu)].map(([, place]) => place);
  const pages = places.filter((place) => !place.includes('?'));
  assert.deepEqual(pages.toSorted(), [...canonical.keys()].toSorted(), 'the map has every page once');
  const mapped = [...map.matchAll(/href="([^"]+)"/gu)].map(([, place]) => place);
  for (const place of [...places, ...mapped]) assert.ok(existsSync(file(place)), place);
  assert.ok(readFileSync(path.join(dir, 'robots.txt'), 'utf8').includes(`Sitemap: ${ADDRESS}sitemap.xml`));
});

test('each scenario and each article has a card, and its document embeds the same tub', async () => {
  const articles = readdirSync(path.join(dir, 'articles'), { withFileTypes: true }).filter((one) => one.isDirectory()).map(({ name }) => name);
  for (const name of [...KEYS.map((key) => `scenarios/${key}`), ...articles.map((one) => `articles/${one}`)]) {
    const card = readFileSync(path.join(dir, name, 'card.jpg'));
    assert.deepEqual(sizeOfJpeg(card), [1200, 630], name);
    assert.ok(card.length <= HEAVIEST, `${name}: ${card.length} bytes`);
  }
  const documents = readdirSync(dir, { recursive: true }).filter((name) => name.endsWith('oembed.json'));
  assert.equal(documents.length, 1 + 5 * KEYS.length + articles.length);
  for (const name of documents) {
    const { version, type, html, width, height, ...more } = JSON.parse(readFileSync(path.join(dir, name), 'utf8'));
    assert.deepEqual([version, type, more.thumbnail_width, more.thumbnail_height], ['1.0', 'rich', 1200, 630], name);
    assert.ok(html.includes(`width="${width}" height="${height}"`), html);
    assert.ok(existsSync(file(more.thumbnail_url)) && more.provider_url === ADDRESS, name);
    const [, address] = /src="([^"]+)"/u.exec(html);
    assert.equal(file(address.replaceAll('&amp;', '&')), path.join(dir, 'index.html'), html);
  }
  const { html } = JSON.parse(readFileSync(path.join(dir, 'scenarios/hawk/ru/oembed.json'), 'utf8'));
  const page = await browser.newPage({ viewport: { width: 700, height: 600 } });
  const record = watch(page, site.address);
  // The same frame where the site stands during this test.
  await page.route(`${site.address}host.html`, (route) => route.fulfill({ contentType: 'text/html', body: html.replace(ADDRESS, site.address) }));
  await page.goto(`${site.address}host.html`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame.waitForSelector('html[data-state=ready][lang=ru]', { state: 'attached' });
  assert.match(await frame.locator('.embed-foot a').getAttribute('href'), /&lang=ru&.*runoff=40&announcement=6/u);
  // A browser that knows no sharing complains of the word.
  assert.deepEqual(faults(record).filter((fault) => !fault.includes("'web-share'")), []);
  await page.close();
});

test('the manifest’s icons are there in the sizes that it says, and one may be cut round', () => {
  const { icons } = JSON.parse(readFileSync(path.join(dir, 'manifest.webmanifest'), 'utf8'));
  for (const { src, sizes, type } of icons) {
    const bytes = readFileSync(path.join(dir, src));
    if (type === 'image/png') assert.equal(sizeOfPng(bytes).join('x'), sizes, src);
  }
  const raster = icons.filter(({ type }) => type === 'image/png').map(({ sizes, purpose }) => [sizes, purpose ?? 'any'].join(' '));
  for (const one of ['192x192 any', '512x512 any', '512x512 maskable']) assert.ok(raster.includes(one), one);
});
