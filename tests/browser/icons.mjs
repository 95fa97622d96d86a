// Writes www/icons/*.png from www/icons/duck.svg: what a system shows for the page where it is installed.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { launch, root } from './harness.mjs';

const folder = path.join(root, 'www', 'icons');
const svg = readFileSync(path.join(folder, 'duck.svg'), 'utf8');

/** Ground and water as far as the edge, and the duck in the middle: a system may cut off all but a circle. */
const maskable = () => {
  const [, ground] = /<rect[^>]*fill="([^"]+)"/u.exec(svg);
  const [duck, water] = svg.split(/<rect[^>]*>/u)[1].replace('</svg>', '').split(/(?=<path[^>]*d="M0 46)/u);
  const [, blue] = /fill="([^"]+)"/u.exec(water);
  // The waves go on to both sides, where the picture was round.
  const waves = [-64, 0, 64].map((by) => `<g transform="translate(${by})">${water}</g>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-10 -10 84 84"><rect x="-10" y="-10" width="84" height="84" fill="${ground}"/>${duck}${waves}<rect x="-10" y="50" width="84" height="24" fill="${blue}"/></svg>`;
};

const browser = await launch();
try {
  for (const [name, size, picture] of [
    ['192.png', 192, svg],
    ['512.png', 512, svg],
    ['maskable.png', 512, maskable()],
  ]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const source = `data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}`;
    await page.setContent(`<style>body { margin: 0 } img { display: block; width: 100vw; height: 100vh }</style><img src="${source}">`);
    await page.waitForFunction(() => document.images[0].complete);
    await page.screenshot({ path: path.join(folder, name), omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
