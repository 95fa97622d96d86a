// Hosts for tests of embedded tubs, on an origin of their own.
import assert from 'node:assert/strict';

import { command, watch } from './harness.mjs';

export const HOST = 'http://host.test/';
const READY = 'html[data-view=embed][data-state=ready]';

/** A host page with this body; `head` stands before the script of the element. */
export async function host(browser, site, body, { head = '', headers = {}, script = true, element = 'html', ...options } = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const record = watch(page, site.address);
  const tag = script ? `<script src="${site.address}embed.js" async></script>` : '';
  await page.route(`${HOST}*`, (route) =>
    route.request().url() === HOST
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: `<!doctype html><${element}><head>${head}${tag}</head><body>${body}</body>` })
      : route.fulfill({ status: 204 }),
  );
  await page.goto(HOST);
  return { page, record, close: () => context.close() };
}

/** The frame of the first tub of a page, ready. */
export async function frameOf(page, selector = 'iframe') {
  const handle = await page.waitForSelector(selector, { state: 'attached' });
  const frame = await handle.contentFrame();
  await frame.waitForSelector(READY, { state: 'attached', timeout: 20_000 });
  return frame;
}
export const level = (frame) => frame.evaluate(() => Number(document.querySelector('[data-readout=level]').dataset.value));
export const tub = (page, work, value) => page.evaluate(`(${work})(document.querySelector('liquidity-bathtub'), ${JSON.stringify(value)})`);
/** The level of the command, in the week that is usual. */
export const commanded = (set) => command(['run', ...set.flatMap((one) => ['--set', one])]).readouts.level;
export const until = async (page, read, expected) => {
  for (const end = Date.now() + 8000; Date.now() < end; await page.waitForTimeout(50)) if ((await read()) === expected) break;
  assert.equal(await read(), expected);
};
