// Records a drag of each slider: its pictures and the times of its frames as JSON, in
// target/drag. `node tests/browser/record.mjs [slowdown]`, 4 for a slow phone.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { SLIDERS } from './cost.mjs';
import { launch, open, root, serve } from './harness.mjs';

const slowdown = Number(process.argv[2] ?? 1);
const folder = path.join(process.env.CARGO_TARGET_DIR || path.join(root, 'target'), 'drag');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const site = await serve();
const browser = await launch();
try {
  const { page } = await open(browser, site, { viewport: { width: 1280, height: 800 } });
  const session = await page.context().newCDPSession(page);
  if (slowdown > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const pictures = [];
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    pictures.push({ at: metadata.timestamp, data });
    session.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  const report = {};
  for (const id of SLIDERS) {
    const slider = page.locator(`#${id}`);
    await slider.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await slider.boundingBox();
    await page.evaluate(() => {
      globalThis.frames = [];
      globalThis.recording = true;
      const note = (time) => {
        globalThis.frames.push(time);
        if (globalThis.recording) requestAnimationFrame(note);
      };
      requestAnimationFrame(note);
    });
    pictures.length = 0;
    await session.send('Page.startScreencast', { format: 'jpeg', quality: 60, everyNthFrame: 8 });
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    for (let step = 0; step <= 60; step += 1) {
      const part = 0.5 + 0.4 * Math.sin((step / 60) * 2 * Math.PI);
      await page.mouse.move(x + width * part, y + height / 2);
      await page.waitForTimeout(16);
    }
    await page.mouse.up();
    await page.waitForTimeout(500);
    await session.send('Page.stopScreencast');
    const frames = await page.evaluate(() => {
      globalThis.recording = false;
      return globalThis.frames;
    });
    const gaps = frames.slice(1).map((time, i) => time - frames[i]).sort((a, b) => a - b);
    const at = (part) => Number(gaps[Math.floor(part * (gaps.length - 1))].toFixed(1));
    report[id] = { frames: frames.length, median_ms: at(0.5), p95_ms: at(0.95), longest_ms: at(1) };
    for (const [i, { data }] of pictures.entries()) {
      writeFileSync(path.join(folder, `${id}-${String(i).padStart(3, '0')}.jpg`), Buffer.from(data, 'base64'));
    }
  }
  writeFileSync(path.join(folder, 'frames.json'), `${JSON.stringify({ slowdown, ...report }, null, 2)}\n`);
  console.table(report);
  console.log(folder);
} finally {
  await browser.close();
  await site.close();
}
