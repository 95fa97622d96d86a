// A capture of the whole page, which scrolls nothing, shows what is below as well.
import assert from 'node:assert/strict';
import * as nodeTest from 'node:test';
import { suite } from './harness.mjs';

const test = suite(nodeTest);

test('at rest every section is laid out and every chart is painted, in sight or not', async ({ open }) => {
  const { page } = await open({ viewport: { width: 390, height: 844 }, below: true });
  await page.waitForSelector('main.at-rest');
  const headings = await page.locator('h2').allTextContents();
  assert.ok(headings.length >= 10, headings.join(', '));
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll('.section, .gallery, .about')]
      .filter((element) => !element.checkVisibility({ contentVisibilityAuto: true }))
      .map(({ className }) => className),
  );
  assert.deepEqual(hidden, []);
  const colours = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('.sections canvas')].map((canvas) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size;
      }),
    );
  await page.waitForFunction(() => {
    const painted = (canvas) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size > 20;
    };
    const all = [...document.querySelectorAll('.sections canvas')];
    return all.length >= 9 && all.every(painted);
  }).catch(async () => assert.fail(`charts are blank: ${await colours()}`));
  assert.equal(await page.evaluate(() => scrollY), 0);
});
