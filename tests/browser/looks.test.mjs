// Pictures of the page for those who look, in target/screenshots; the test is that it draws.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import * as nodeTest from 'node:test';
import path from 'node:path';

import { faults, root, suite } from './harness.mjs';

const test = suite(nodeTest);
const folder = path.join(process.env.CARGO_TARGET_DIR || path.join(root, 'target'), 'screenshots');

for (const [width, height] of [[360, 740], [768, 1024], [1440, 900]]) {
  for (const colorScheme of ['light', 'dark']) {
    test(`looks: ${width} pixels, ${colorScheme}`, async ({ open }) => {
      mkdirSync(folder, { recursive: true });
      const { page, record } = await open({
        below: true,
        viewport: { width, height },
        colorScheme,
        reducedMotion: 'reduce',
        query: '?v=2&capex=1000&tga=700&dry=200',
      });
      const name = path.join(folder, `${width}-${colorScheme}`);
      await page.screenshot({ path: `${name}.png` });
      const figures = page.locator('.charts figure');
      const charts = await figures.evaluateAll((all) => all.map((figure) => figure.querySelector('canvas')?.id));
      assert.ok(charts.length > 0 && charts.every(Boolean), `every figure has its canvas: ${charts}`);
      for (const id of charts) {
        await page.locator(`#${id}`).scrollIntoViewIfNeeded();
        await page.waitForFunction((id) => {
          const canvas = document.getElementById(id);
          const blank = Object.assign(document.createElement('canvas'), {
            width: canvas.width,
            height: canvas.height,
          });
          return canvas.toDataURL() !== blank.toDataURL();
        }, id);
        const sharp = await page.evaluate((id) => {
          const { width, clientWidth } = document.getElementById(id);
          return width === Math.round(clientWidth * devicePixelRatio);
        }, id);
        assert.ok(sharp, `${id} is drawn in the pixels of the screen`);
      }
      await page.evaluate(() => scrollTo(0, 0));
      await page.screenshot({ path: `${name}-full.png`, fullPage: true });
      assert.deepEqual(faults(record), []);
    });
  }
}
