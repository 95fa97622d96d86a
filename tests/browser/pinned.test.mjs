// Releases side by side: the newest at the root, an older one below `v/<version>/`, which says that it is
// behind and shows what the newest makes of the same setting.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as nodeTest from 'node:test';
import path from 'node:path';

import { DIST, command, faults, launch, open, serve } from './harness.mjs';

const { test } = nodeTest;
const OWN = '0.1.0';

let folder;
let site;
let browser;
/** What the root says of its release. The server reads its folder once: it is put in on the way. */
let newest;
const renew = (version, module = 'module/index.js') => {
  newest = { version, model_version: '9.8.7', data_date: '2027-01-06', module };
};
const visit = (address, query) =>
  open(browser, { address }, {
    query,
    below: true,
    before: (page) => page.route('**/version.json*', (route) => route.fulfill({ json: newest })),
  });

nodeTest.before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'bathtub-releases-'));
  cpSync(DIST, folder, { recursive: true });
  cpSync(DIST, path.join(folder, 'v', OWN), { recursive: true });
  // The newest release counts each week's runoff as more than it is: its numbers differ.
  renameSync(path.join(folder, 'module/index.js'), path.join(folder, 'module/former.js'));
  writeFileSync(
    path.join(folder, 'module/index.js'),
    `import { simulate as former } from './former.js';
     export const simulate = (settings) => {
       if (settings.capex > 1400) throw new RangeError('capex: too much');
       return former({ ...settings, runoff: 50 });
     };`,
  );
  writeFileSync(path.join(folder, 'releases.json'), JSON.stringify({ releases: ['0.0.9', OWN] }));
  site = await serve({ dir: folder });
  browser = await launch();
});
nodeTest.after(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true });
});

const pinned = (query) => visit(`${site.address}v/${OWN}/`, query);

test('a pinned release that is behind says so, and compares', async () => {
  renew('0.10.0');
  const { page, record, close } = await pinned('?v=2&capex=1000&tga=300&week=26');
  const notice = page.locator('[data-newer="0.10.0"]');
  await notice.waitFor();
  const text = await notice.textContent();
  for (const said of ['0.1.0', '0.10.0', '9.8.7', 'January 6, 2027']) assert.ok(text.includes(said), `${said} in ${text}`);
  await notice.locator('button').click();
  await notice.locator('[data-compared=level]').waitFor();
  const shown = async (key) =>
    (await notice.locator(`[data-compared=${key}] td`).allTextContents()).map((text) => Number(/[−-]?[\d.]+/u.exec(text)[0].replace('−', '-')));
  const set = ['--set', 'capex=1000', '--set', 'tga=300', '--week', '26'];
  const here = command(['run', ...set]);
  const there = command(['run', ...set, '--set', 'runoff=50']);
  const near = (a, b) => Math.abs(a - b) < 0.051;
  for (const [key, value] of [
    ['level', (run) => run.readouts.level],
    ['spread_bp', (run) => run.readouts.spread_bp],
    ['memory', (run) => run.ducks.memory.change_pct],
  ]) {
    const [ours, theirs, difference] = await shown(key);
    assert.ok(near(ours, value(here)) && near(theirs, value(there)), `${key}: ${ours} ${theirs}`);
    assert.ok(near(difference, value(there) - value(here)), `${key}: ${difference}`);
  }
  assert.equal(await notice.locator('tbody tr').count(), 14);
  const link = await notice.locator('a').getAttribute('href');
  assert.ok(link.startsWith(site.address) && !link.includes('/v/') && link.includes('capex=1000'), link);
  // What was said is of that setting alone.
  await page.locator('#tga').press('ArrowRight');
  await notice.locator('[data-compared=level]').waitFor({ state: 'detached' });
  assert.deepEqual(faults(record), []);
  await close();
});

test('what the newest release refuses is said with its reason', async () => {
  renew('1.0.0');
  const { page, close } = await pinned('?v=2&capex=1450');
  const notice = page.locator('[data-newer]');
  await notice.locator('button').click();
  await notice.getByText('capex: too much').waitFor();
  await close();
});

test('a release that is not behind, or is not pinned, says nothing', async () => {
  for (const [version, address] of [
    [OWN, `${site.address}v/${OWN}/`],
    ['0.0.9', `${site.address}v/${OWN}/`],
    ['nonsense', `${site.address}v/${OWN}/`],
    ['9.0.0', site.address],
  ]) {
    renew(version);
    const { page, record, close } = await visit(address, '?v=2');
    await page.waitForSelector('.newer-place', { state: 'attached' });
    // The page asked when its place was there: it has the answer before this one.
    assert.equal(await page.evaluate(() => bathtubNewest({})), undefined);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    assert.equal(await page.locator('[data-newer]').count(), 0, `${version} at ${address}`);
    assert.deepEqual(faults(record), []);
    await close();
  }
});

test('the share sheet has code for this release and for the newest, where releases are kept', async () => {
  renew(OWN);
  const kept = [site.address, `${site.address}v/${OWN}/`];
  for (const address of kept) {
    const { page, record, close } = await visit(address, '?v=2&capex=900');
    await page.locator('[data-share]').first().click();
    await page.locator('[data-embed] summary').click();
    const code = () => page.locator('[data-embed-code]').inputValue();
    for (const [at, folder] of [`${site.address}v/${OWN}/`, site.address].entries()) {
      await page.locator('#embed-release').selectOption({ index: at });
      assert.ok((await code()).startsWith(`<script src="${folder}embed.js"`), `${at} at ${address}: ${await code()}`);
      assert.ok((await code()).includes(` src="${folder}">`), `${at} at ${address}: ${await code()}`);
      assert.ok((await page.locator('[data-embed-preview]').getAttribute('src')).startsWith(`${folder}?embed=1`));
    }
    assert.deepEqual(faults(record).filter((fault) => !fault.endsWith('net::ERR_ABORTED')), []);
    await close();
  }
});

test('a site that keeps no releases offers none', async () => {
  const alone = await serve();
  const { page, record, close } = await visit(alone.address, '?v=2');
  await page.locator('[data-share]').first().click();
  await page.locator('[data-embed] summary').click();
  const answer = await page.evaluate(() => bathtubNewest({ release: '0.1.0' }));
  assert.equal(answer, undefined);
  await page.locator('[data-embed-preview]').waitFor();
  assert.equal(await page.locator('#embed-release').count(), 0);
  assert.deepEqual(faults(record).filter((fault) => !fault.endsWith('net::ERR_ABORTED')), []);
  await close();
  await alone.close();
});

test('a module of another site is not asked', async () => {
  renew('9.0.0', 'https://example.org/x.js');
  const { page, close } = await pinned('?v=2');
  let asked = 0;
  page.on('request', (request) => (asked += Number(request.url().includes('example.org'))));
  await page.locator('[data-newer] button').click();
  await page.getByText('could not be asked').waitFor();
  assert.equal(asked, 0);
  await close();
});
