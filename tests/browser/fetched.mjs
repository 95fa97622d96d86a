// Prints the files that the page fetches up to and including the first interaction, one a line:
// the size budget sums them.
import { launch, open, serve } from './harness.mjs';

const site = await serve();
const browser = await launch();
try {
  const { page, record } = await open(browser, site);
  const slider = page.locator('input[type=range]').first();
  if (await slider.count()) {
    await slider.focus();
    await page.keyboard.press('ArrowRight');
  }
  await page.waitForTimeout(1000);
  const files = record.fetched.map((url) => {
    const file = decodeURIComponent(new URL(url).pathname.slice(new URL(site.address).pathname.length));
    return file === '' || file.endsWith('/') ? `${file}index.html` : file;
  });
  console.log([...new Set(files)].join('\n'));
} finally {
  await browser.close();
  await site.close();
}
