// The package for learning platforms, played by scorm-again: in a frame of the platform, in a window of its
// own, and where no platform answers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as nodeTest from 'node:test';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { DIST, XTASK, faults, launch, load, root, serve, watch } from './harness.mjs';
import { host } from './hosts.mjs';

const { unzipSync } = load('fflate');
const LESSON = JSON.parse(readFileSync(path.join(root, 'www/lessons/taps/lesson.json'), 'utf8'));
const QUESTIONS = LESSON.steps.filter(({ predict, goal }) => predict || goal).length;

const PLATFORM = `<!doctype html><title>Platform</title><link rel="icon" href="data:,"><script src="scorm12.js"></script><script src="platform.js"></script>
<iframe id="sco" width="1100" height="760"></iframe>`;
/** Keeps what it is told for the next visit. */
const SCRIPT = `
  globalThis.API = new Scorm12API({ autocommit: false, logLevel: 5 });
  const kept = sessionStorage.getItem('kept');
  if (kept) API.loadFromJSON(JSON.parse(kept), '');
  const keep = () => sessionStorage.setItem('kept', JSON.stringify(API.renderCMIToJSONObject().cmi));
  for (const event of ['LMSCommit', 'LMSFinish']) API.on(event, keep);`;

let folder;
let site;
let browser;
let names;
nodeTest.before(async () => {
  const [command, ...begin] = XTASK;
  const zip = execFileSync(command, [...begin, 'package', 'scorm', 'taps', '--from', DIST], { cwd: root, encoding: 'utf8' }).trim().split('\n').at(-1);
  folder = mkdtempSync(path.join(tmpdir(), 'bathtub-scorm-'));
  const files = unzipSync(readFileSync(zip));
  names = Object.keys(files);
  for (const [name, content] of Object.entries(files)) {
    const to = path.join(folder, 'content', name);
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, content);
  }
  writeFileSync(path.join(folder, 'index.html'), PLATFORM);
  writeFileSync(path.join(folder, 'platform.js'), SCRIPT);
  copyFileSync(load.resolve('scorm-again/scorm12'), path.join(folder, 'scorm12.js'));
  site = await serve({ dir: folder, base: '/' });
  browser = await launch();
});
nodeTest.after(async () => {
  await browser?.close();
  await site?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const test = (name, body) => nodeTest.test(name, { timeout: 120_000 }, body);

/** The frame with the lesson, wherever it stands. */
async function lesson(page) {
  let found;
  for (let i = 0; i < 100 && !found; i += 1) {
    found = page.frames().find((frame) => frame.url().includes('index.html?embed=1&lesson=taps'));
    if (!found) await page.waitForTimeout(100);
  }
  await found.locator('[data-lesson=taps]').waitFor({ timeout: 20_000 });
  return found;
}

const becomes = (page, name, value) => page.waitForFunction(([name, value]) => globalThis.API.LMSGetValue(name) === value, [name, value]);

/** Whatever a frame was fetching when it was left is no failure. */
const left = (record) => faults(record).filter((said) => !said.endsWith('net::ERR_ABORTED'));

/** Draws something, places something, and leaves the goal. Returns the points of each. */
async function answer(frame) {
  const points = [];
  await frame.locator('[data-next]').click();
  await frame.locator('[data-point="3"]').press('PageDown');
  await frame.locator('[data-check]').click();
  points.push(Number(await frame.locator('[data-score]').getAttribute('data-value')));
  return points;
}

test('the manifest names every file of the package, and the licence', async () => {
  const manifest = readFileSync(path.join(folder, 'content', 'imsmanifest.xml'), 'utf8');
  const listed = [...manifest.matchAll(/<file href="([^"]+)"\/>/gu)].map(([, name]) => name);
  assert.deepEqual([...listed].sort(), names.filter((name) => name !== 'imsmanifest.xml').sort());
  assert.match(manifest, /<schemaversion>1\.2</u);
  assert.match(manifest, /Taps, drains and a level/u);
  assert.match(manifest, /MIT or Apache-2\.0/u);
  assert.ok(existsSync(path.join(folder, 'content', 'LICENSE-MIT.txt')));
  assert.match(readFileSync(path.join(folder, 'content', 'scorm.html'), 'utf8'), /MIT or Apache-2\.0/u);
});

test('in a frame the platform hears score, place and completion, and a learner goes on where they were', async () => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 820 } });
  const page = await context.newPage();
  const record = watch(page, site.address);
  await page.goto(site.address);
  await page.evaluate(() => (document.querySelector('#sco').src = 'content/scorm.html'));
  let frame = await lesson(page);
  await becomes(page, 'cmi.core.lesson_status', 'incomplete');
  const points = await answer(frame);
  await becomes(page, 'cmi.core.score.raw', String(Math.round(points[0] / QUESTIONS)));
  await becomes(page, 'cmi.core.lesson_location', '2');
  assert.equal(await page.frameLocator('#sco').locator('#unheard').isVisible(), false);

  // Another day, on a device that others used meanwhile.
  await page.evaluate(() => (document.querySelector('#sco').src = 'about:blank'));
  await page.waitForFunction(() => sessionStorage.getItem('kept')?.includes('suspend'));
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await page.evaluate(() => (document.querySelector('#sco').src = 'content/scorm.html'));
  frame = await lesson(page);
  await frame.locator('[data-lesson=taps][data-step="2"]').waitFor();
  await frame.locator('[data-point="3"]').press('PageUp');
  await frame.locator('[data-check]').click();
  await frame.locator('[data-score]').waitFor();
  await frame.locator('[data-next]').click();
  await frame.locator('#lesson-value').press('ArrowLeft');
  await frame.locator('[data-check]').click();
  const value = Number(await frame.locator('[data-score]').getAttribute('data-value'));
  await becomes(page, 'cmi.core.score.raw', String(Math.round((points[0] + value) / QUESTIONS)));
  for (let step = 3; step <= LESSON.steps.length; step += 1) await frame.locator('[data-next]').click();
  await becomes(page, 'cmi.core.lesson_status', 'completed');
  await page.evaluate(() => (document.querySelector('#sco').src = 'about:blank'));
  await page.waitForFunction(() => globalThis.API.isTerminated());
  assert.deepEqual(left(record), []);
  await context.close();
});

test('in a window of its own the platform hears the same', async () => {
  const context = await browser.newContext({ viewport: { width: 1200, height: 820 } });
  const page = await context.newPage();
  await page.goto(site.address);
  const opened = context.waitForEvent('page');
  await page.evaluate(() => void globalThis.open('content/scorm.html'));
  const sco = await opened;
  const points = await answer(await lesson(sco));
  await becomes(page, 'cmi.core.score.raw', String(Math.round(points[0] / QUESTIONS)));
  assert.equal(await sco.locator('#unheard').isVisible(), false);
  await sco.close();
  await page.waitForFunction(() => globalThis.API.isTerminated());
  await context.close();
});

test('where no platform answers, or one that may not be looked at, a sentence says so and the lesson works', async () => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 820 } });
  const page = await context.newPage();
  const record = watch(page, site.address);
  await page.goto(`${site.address}content/scorm.html`);
  await page.locator('#unheard').waitFor();
  assert.match(await page.locator('#unheard').innerText(), /does not answer.*Hand in the code/u);
  await answer(await lesson(page));
  assert.deepEqual(left(record), []);
  // A platform of another origin.
  const elsewhere = await host(browser, site, `<iframe src="${site.address}content/scorm.html" width="900" height="700"></iframe>`, { script: false });
  await elsewhere.page.frameLocator('iframe').locator('#unheard').waitFor();
  await answer(await lesson(elsewhere.page));
  await elsewhere.close();
  await context.close();
});

test('what is not there is said', () => {
  const [command, ...begin] = XTASK;
  const fails = (...options) => {
    try {
      execFileSync(command, [...begin, 'package', 'scorm', ...options], { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    } catch ({ stderr }) {
      return stderr;
    }
    return '';
  };
  assert.match(fails('tapes', '--from', DIST), /no lesson `tapes`: before, taps/u);
  assert.match(fails('taps', '--lang', 'xx', '--from', DIST), /no language `xx`/u);
  assert.match(fails(), /which lesson/u);
});

