// The package in a browser: on a plain page, and bundled by esbuild and Vite, under a strict policy.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import * as nodeTest from 'node:test';
import path from 'node:path';

import { command, launch, load } from '../browser/harness.mjs';
import { installed, loadTool } from './package.mjs';

const { test } = nodeTest;
const place = installed();
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm', '.html': 'text/html' };

let browser;
nodeTest.before(async () => {
  browser = await launch();
});
nodeTest.after(async () => {
  await browser?.close();
  place.remove();
});

const SCRIPT = `
const workers = [];
const Real = globalThis.Worker;
globalThis.Worker = class extends Real { constructor(...all) { super(...all); workers.push(all[0]); } };
const run = simulate({ capex: 1000, start: '2016-03-30' });
const bands = await ensemble({ capex: 1000 }, { draws: 256, series: ['level'], workers: 2 });
globalThis.done = { level: run.readouts.level, p5: bands.series.level.p5, workers: workers.length };
`;

/** Serves a folder, opens its page and returns what the script found. */
async function found(folder) {
  const server = http.createServer(({ url }, answer) => {
    const file = path.join(folder, url === '/' ? 'index.html' : new URL(url, 'http://x').pathname);
    try {
      const body = readFileSync(file);
      answer.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'text/plain', 'content-security-policy': POLICY });
      answer.end(body);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction(() => globalThis.done, undefined, { timeout: 20_000 }).catch((error) => assert.fail(`${error.message}\n${said}`));
    return { ...(await page.evaluate(() => globalThis.done)), said: said.filter((text) => !text.includes('favicon') && !text.includes('404')) };
  } finally {
    await context.close();
    server.closeAllConnections();
    server.close();
  }
}

/** What the command says. */
const expected = () => ({
  level: command(['run', '--set', 'capex=1000', '--start', '2016-03-30']).readouts.level,
  p5: command(['run', '--set', 'capex=1000', '--bands', '256']).bands.series.level.p5,
});

const html = (script) => `<!doctype html><meta charset="utf-8"><title>x</title><script type="module" src="${script}"></script>`;

test('a plain page', async () => {
  const folder = path.join(place.folder, 'plain');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'index.html'), html('./page.js'));
  writeFileSync(path.join(folder, 'page.js'), `import { ensemble, simulate } from './bathtub/index.js';${SCRIPT}`);
  mkdirSync(path.join(folder, 'bathtub'));
  for (const name of ['api.js', 'bathtub.js', 'bathtub_bg.wasm', 'index.js', 'load.js', 'version.js', 'worker.js']) {
    copyFileSync(path.join(place.home, name), path.join(folder, 'bathtub', name));
  }
  assert.deepEqual(await found(folder), { ...expected(), workers: 2, said: [] });
});

test('a plain page whose host has no workers', async () => {
  const folder = path.join(place.folder, 'alone');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'index.html'), html('./page.js'));
  const without = SCRIPT.replace('super(...all); workers.push(all[0]);', "throw new Error('none here');");
  writeFileSync(path.join(folder, 'page.js'), `import { load } from './bathtub/load.js'; const { ensemble, simulate } = await load();${without}`);
  mkdirSync(path.join(folder, 'bathtub'));
  for (const name of ['api.js', 'bathtub.js', 'bathtub_bg.wasm', 'load.js', 'version.js']) {
    copyFileSync(path.join(place.home, name), path.join(folder, 'bathtub', name));
  }
  assert.deepEqual(await found(folder), { ...expected(), workers: 0, said: [] });
});

test('esbuild', async () => {
  const folder = path.join(place.folder, 'esbuild');
  mkdirSync(folder);
  writeFileSync(path.join(place.folder, 'entry.mjs'), `import { ensemble, simulate } from 'liquidity-bathtub';${SCRIPT}`);
  await load('esbuild').build({
    entryPoints: [path.join(place.folder, 'entry.mjs')],
    absWorkingDir: place.folder,
    bundle: true,
    format: 'esm',
    minify: true,
    outfile: path.join(folder, 'page.js'),
    logLevel: 'silent',
  });
  copyFileSync(path.join(place.home, 'bathtub_bg.wasm'), path.join(folder, 'bathtub_bg.wasm'));
  writeFileSync(path.join(folder, 'index.html'), html('./page.js'));
  const { workers, ...rest } = await found(folder);
  // Its workers are not there, and the ensemble is worked out on the spot.
  assert.deepEqual(rest, { ...expected(), said: [] });
});

test('Vite', async () => {
  const folder = path.join(place.folder, 'vite');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'index.html'), html('./page.js'));
  writeFileSync(path.join(folder, 'page.js'), `import { ensemble, simulate } from 'liquidity-bathtub';${SCRIPT}`);
  const { build } = await loadTool('vite');
  await build({ root: folder, logLevel: 'silent', configFile: false, worker: { format: 'es' } });
  assert.deepEqual(await found(path.join(folder, 'dist')), { ...expected(), workers: 2, said: [] });
});
