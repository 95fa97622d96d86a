// Lighthouse as a library, in a browser of its own.
import { pathToFileURL } from 'node:url';

import { FLAGS, executablePath, load } from './harness.mjs';

/** Both are modules that `require` does not load on every Node. */
const imported = (name) => import(pathToFileURL(load.resolve(name)).href);

/** Starts a browser for Lighthouse; `audit` gives its report on an address, `close` ends it. */
export async function auditor() {
  const [{ default: lighthouse }, launcher] = [await imported('lighthouse'), await imported('chrome-launcher')];
  const chrome = await launcher.launch({ chromePath: executablePath, chromeFlags: ['--headless=new', ...FLAGS] });
  return {
    /** With Lighthouse's own settings: a phone of the middle on a slow line. */
    async audit(address, settings) {
      const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: 'error', disableFullPageScreenshot: true, ...settings });
      if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
      return lhr;
    },
    close: () => chrome.kill(),
  };
}

/** A category's score, of 100. */
export const score = (report, category) => Math.round(report.categories[category].score * 100);

/** The audits of a category that count and are not passed, each with what it found. */
export function missed(report, category) {
  return report.categories[category].auditRefs
    .filter(({ weight }) => weight > 0)
    .map(({ id }) => report.audits[id])
    .filter(({ score: points }) => points !== null && points < 1)
    .map(({ id, title, details }) => {
      const items = (details?.items ?? []).map((item) => (item.node ? `${item.node.selector} ${item.node.explanation ?? ''}` : JSON.stringify(item)));
      return [`${id}: ${title}`, ...items.slice(0, 5)].join('\n  ');
    });
}
