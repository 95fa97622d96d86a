// Prints the files that the page (or, with `?embed=1`, an embedded tub) fetches until it is ready for the
// first interaction, one a line, then those that it fetches while nobody does anything, after a line of
// its own: the size budget sums them.
import { fetchBelow, launch, open, serve } from './harness.mjs';

const [query = ''] = process.argv.slice(2);
const site = await serve();
const browser = await launch();
try {
  const { page, record } = await open(browser, site, {
    query,
    before: (page) =>
      page.addInitScript(() => {
        new MutationObserver(() => {
          if (document.documentElement.dataset.state === 'ready') globalThis.readyAt ??= performance.now();
        }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-state'] });
      }),
  });
  const name = (url) => {
    const file = decodeURIComponent(new URL(url).pathname.slice(new URL(site.address).pathname.length));
    return file === '' || file.endsWith('/') ? `${file}index.html` : file;
  };
  if (!query) await fetchBelow(page);
  await page.waitForTimeout(2500);
  const late = await page.evaluate(() =>
    performance.getEntriesByType('resource').filter(({ startTime }) => startTime > globalThis.readyAt).map(({ name }) => name),
  );
  const later = new Set(late.map(name));
  const first = new Set(record.fetched.map(name).filter((file) => !later.has(file)));
  console.log([...first, 'later', ...later].join('\n'));
} finally {
  await browser.close();
  await site.close();
}
