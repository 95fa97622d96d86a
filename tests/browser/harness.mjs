// What browser tests share: the finished site served below a path of its own under the policy,
// a browser with a fresh profile, and a record of everything a good page does not do.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** Keys of the ducks. */
export const DUCKS = JSON.parse(readFileSync(path.join(root, 'www/schema/run.json'), 'utf8')).properties.ducks.required;
/** The finished site. */
export const DIST = process.env.BATHTUB_DIST || path.join(root, 'dist');
/** Not the root of a host: references that only work there must show. */
export const BASE = '/some/sub/path/';

const { env } = process;

/** Node packages live in the tools folder, where a plain `import` does not look. */
export const load = createRequire(path.join(modules(), 'any.js'));

function modules() {
  if (env.BATHTUB_NODE_MODULES) return env.BATHTUB_NODE_MODULES;
  const tools = env.BATHTUB_TOOLS || path.join(env.CARGO_TARGET_DIR || path.join(root, 'target'), 'tools');
  const lock = (folder) => readFileSync(path.join(folder, 'package-lock.json'), 'utf8');
  // A folder for each state of the lock file.
  const found =
    existsSync(tools) &&
    readdirSync(tools).find(
      (name) => name.startsWith('node-') && existsSync(path.join(tools, name, 'complete')) && lock(path.join(tools, name)) === lock(root),
    );
  if (!found) throw new Error('no node packages: run `cargo xtask test browser` first');
  return path.join(tools, found, 'node_modules');
}

const { chromium } = load('playwright-core');

/** Where the browser is. */
export const executablePath = env.BATHTUB_CHROMIUM || '/usr/bin/chromium';

export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The program behind `cargo xtask`, and its first arguments. */
export const XTASK = env.BATHTUB_XTASK ? [env.BATHTUB_XTASK] : ['cargo', 'xtask'];

/** What the command prints as JSON, `['run', '--set', 'tga=300']`: the numbers that the page must have. */
export function command(options) {
  const printed = spawnSync('cargo', ['run', '--quiet', '--package', 'bathtub-cli', '--', ...options, '--json'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (printed.status !== 0) throw new Error(`bathtub ${options.join(' ')}: ${printed.stderr}`);
  return JSON.parse(printed.stdout);
}

/** Serves the finished site (or another folder) below `base`; `close` ends it. */
export async function serve({ dir = DIST, base = BASE, port = 0 } = {}) {
  const [program, ...before] = XTASK;
  const args = [...before, 'serve', '--dir', dir, '--base', base, '--port', String(port)];
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  child.stderr.on('data', (data) => (words += data));
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('http://')) resolve(line.trim());
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}\n${words}`)));
  });
  let closed = false;
  return {
    address,
    async close() {
      if (closed) return;
      closed = true;
      child.removeAllListeners('exit');
      // Its own process goes a little later than it: not before that is the port free and nobody answers.
      const gone = once(child, 'close');
      child.kill();
      await gone;
    },
  };
}

/** A browser with a profile of its own, gone with it. */
export async function launch() {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  // The service worker would fetch while a test looks, and past its routes. A browser without one takes
  // it as it is; `serviceWorkers: 'allow'` has it.
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options = {}) => {
    const context = await newContext(options);
    if (!options.serviceWorkers) await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
    return context;
  };
  return browser;
}

/**
 * Opens a page and keeps a record of it. `options` are those of a Playwright context, and:
 * `query` is added to the address, `ready: false` does not wait for the page to be ready, `below:
 * true` waits for what stands in the slot and below the picture, `before` is given the page before it goes
 * there, `first: true` is a first visit, with its opening.
 */
export async function open(browser, site, { query = '', ready = true, below = false, first = false, before, ...options } = {}) {
  const context = await browser.newContext(options);
  if (!first) await context.addInitScript(seen);
  const page = await context.newPage();
  const record = watch(page, site.address);
  await before?.(page);
  await page.goto(site.address + query);
  if (ready) await settled(page);
  if (below) await fetchBelow(page);
  return { page, record, close: () => context.close() };
}

/** Run in a page: somebody who has seen the opening. */
export function seen() {
  try {
    if (!localStorage.getItem('bathtub.preferences')) {
      localStorage.setItem('bathtub.preferences', JSON.stringify({ seen: true }));
    }
  } catch {
    // A frame without a storage.
  }
}

/** Waits for what stands in the slot and below the picture: it is fetched when the page rests. */
export async function fetchBelow(page) {
  await page.waitForSelector('#below[data-program="here"]', { state: 'attached' });
  await page.waitForSelector('.sections', { state: 'attached' });
}

/** Shows a part of the slot: level, ducks, why, next, money, books or history. */
export async function show(page, tab) {
  await page.locator(`[data-tab=${tab}]`).click();
  await page.waitForSelector(`[data-slot][data-shows=${tab}]`, { state: 'attached' });
}

/** Has the sliders of a phone all be there, where its dock shows one. */
export async function undock(page) {
  const all = page.locator('[data-dock=all]');
  if (await all.isVisible()) await all.click();
}

/** Waits until the page is ready, and fails with its own state when it is not. */
export async function settled(page, state = 'ready', timeout = 15_000) {
  try {
    await page.waitForSelector(`html[data-state="${state}"]`, { state: 'attached', timeout });
  } catch {
    const now = await page.locator('html').getAttribute('data-state');
    throw new Error(`data-state is "${now}", not "${state}", after ${timeout / 1000} s`);
  }
}

/** Records what the page says, fetches, and fails at. */
export function watch(page, address) {
  const { origin } = new URL(address);
  const record = { console: [], errors: [], failed: [], elsewhere: [], fetched: [] };
  page.on('console', (message) => {
    record.console.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => record.errors.push(String(error)));
  page.on('requestfailed', (request) => {
    record.failed.push(`${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (/^(data|blob):/.test(url)) return;
    if (new URL(url).origin === origin) record.fetched.push(url);
    else record.elsewhere.push(url);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) record.failed.push(`${response.url()} ${response.status()}`);
  });
  return record;
}

/** Everything in a record that a good page does not do; empty when all is well. */
export function faults({ console, errors, failed, elsewhere }) {
  return [
    ...console.map((text) => `console: ${text}`),
    ...errors.map((text) => `error: ${text}`),
    ...failed.map((text) => `failed: ${text}`),
    ...elsewhere.map((text) => `another host: ${text}`),
  ];
}

/**
 * A site and a browser for the tests of one file, started before the first and ended after the
 * last: `const test = suite(); test('…', async ({ browser, site, open }) => { … })`. What `open`
 * opened is closed after each test.
 */
export function suite(nodeTest, options) {
  const shared = {};
  nodeTest.before(async () => {
    shared.site = await serve(options);
    shared.browser = await launch();
  });
  nodeTest.after(async () => {
    await shared.browser?.close();
    await shared.site?.close();
  });
  return (name, body) =>
    nodeTest.test(name, { timeout: 120_000 }, async () => {
      const opened = [];
      const openHere = async (more) => {
        const one = await open(shared.browser, shared.site, more);
        opened.push(one);
        return one;
      };
      try {
        await body({ ...shared, open: openHere });
      } finally {
        await Promise.all(opened.map((one) => one.close()));
      }
    });
}
