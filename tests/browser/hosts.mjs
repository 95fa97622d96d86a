// Hosts for tests of embedded tubs, on an origin of their own.
import assert from 'node:assert/strict';
import http from 'node:http';

import { command, faults, watch } from './harness.mjs';

export const READY = 'html[data-view=embed][data-state=ready]';

/**
 * A page on an origin of its own with this body; `head` stands before the script of the element, `pages`
 * are others of the same origin by their paths. `faults` leaves out what the host itself says.
 */
export async function host(browser, site, body, { head = '', headers = {}, script = true, html = '', pages = {}, ...options } = {}) {
  const tag = script ? `<script src="${site.address}embed.js" async></script>` : '';
  const whole = `<!doctype html><html ${html}><head><meta charset="utf-8"><link rel="icon" href="data:,">${head}${tag}</head><body>${body}</body></html>`;
  const server = http.createServer(({ url }, answer) => {
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    answer.end(url === '/' ? whole : pages[url]);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  // A test that fails closes nothing.
  server.unref();
  const address = `http://127.0.0.1:${server.address().port}/`;
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const record = watch(page, site.address);
  await page.goto(address);
  const close = async () => {
    await context.close();
    server.closeAllConnections();
    server.close();
  };
  return { page, record, address, faults: () => faults(record).filter((fault) => !fault.includes(address)), close };
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

/** Run in a frame: what is cut, covered or too small to be used. */
export function ill() {
  const seen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden';
  };
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  const box = (element) => element.getBoundingClientRect();
  const name = (element) => `${element.className.baseVal ?? element.className} ${element.textContent.slice(0, 20)}`;
  const wrong = [];
  const { scrollWidth, scrollHeight } = document.documentElement;
  if (scrollWidth > innerWidth || scrollHeight > innerHeight) wrong.push('scrolls');
  const texts = all('.scene-headline, .scene-regime, .readout, .embed-lever label, .embed-value, .embed-foot span, .embed-foot a, .embed-lever .slider, .embed-picture > *:not(.embed-said), .embed-choice button:first-child');
  for (const element of texts) {
    const { left, top, right, bottom } = box(element);
    if (left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1) wrong.push(`outside: ${name(element)}`);
  }
  const clamped = (element) => element.matches('.scene-headline') && getComputedStyle(element).webkitLineClamp !== 'none';
  for (const element of all('.readout-name, .readout-value, .embed-lever label, .embed-value, .embed-foot span, .scene-headline')) {
    if (!clamped(element) && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline') wrong.push(`cut: ${name(element)}`);
  }
  const parts = all('.embed-words > *, .readouts, .embed-levers, .embed-foot, .embed-picture > *:not(.embed-said)');
  parts.forEach((one, at) => {
    for (const other of parts.slice(at + 1)) {
      const [a, b] = [box(one), box(other)];
      const [wide, high] = [Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
      if (wide > 2 && high > 2) wrong.push(`covered: ${name(one)} by ${name(other)}`);
    }
  });
  for (const rail of all('input[type=range]')) if (box(rail).width < 72) wrong.push(`rail of ${box(rail).width} px`);
  const pictures = [...document.querySelectorAll('.tub-scene, .chart canvas')].map(box);
  for (const { width, height } of pictures) if (width < 100 || height < 60) wrong.push(`picture of ${width} × ${height}`);
  if (pictures.some(({ width, height }) => Math.abs(width - pictures[0].width) > 1 || Math.abs(height - pictures[0].height) > 1)) wrong.push('two pictures of different sizes');
  return wrong;
}
