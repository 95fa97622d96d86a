// Firefox, driven by Puppeteer over WebDriver BiDi.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { faults, load, seen, watch } from '../harness.mjs';
import { arrival } from './files.mjs';
import { hands } from './hands.mjs';

const executablePath = process.env.BATHTUB_FIREFOX || '/usr/bin/firefox-esr';

export async function launch(site) {
  const { default: puppeteer } = load('puppeteer-core');
  const saved = await mkdtemp(path.join(tmpdir(), 'bathtub-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': saved,
      'browser.download.useDownloadDir': true,
      // As for Chromium (tests/browser/harness.mjs).
      'dom.serviceWorkers.enabled': false,
      // The page's languages are chosen by the address, not by the machine.
      'intl.accept_languages': 'en-US',
    },
  });
  return {
    async open(query) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const record = watch(page, site.address);
      await page.evaluateOnNewDocument(seen);
      await page.goto(site.address + query);
      return {
        ...hands(page),
        download: (act) => arrival(saved, act),
        faults: async () => faults(record),
        close: () => context.close(),
      };
    },
    async close() {
      await browser.close();
      await rm(saved, { recursive: true, force: true });
    },
  };
}
