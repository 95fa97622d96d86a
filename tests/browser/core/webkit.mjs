// WebKitGTK's own browser, driven by W3C WebDriver, on a display that nobody sees.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { seen } from '../harness.mjs';
import { arrival } from './files.mjs';

/** Keys that have no character, as WebDriver writes them. */
const KEYS = { ArrowLeft: '\uE012', ArrowRight: '\uE014', End: '\uE010', Home: '\uE011', Enter: '\uE007', Escape: '\uE00C' };

/**
 * Put into the page before everything else: WebDriver does not tell what stands in the console, and
 * WebKitGTK does not write it down where nothing is kept, as in every session of WebDriver.
 */
const LISTENER = `
globalThis.heard = [];
for (const kind of ['debug', 'error', 'info', 'log', 'warn', 'trace', 'assert', 'dir', 'table']) {
  const write = console[kind];
  console[kind] = (...words) => {
    if (kind !== 'assert' || !words[0]) heard.push('console: ' + kind + ': ' + words.join(' '));
    write.apply(console, words);
  };
}
addEventListener('error', ({ message, target }) => heard.push(message ? 'error: ' + message : 'failed: ' + (target.src || target.href)), true);
addEventListener('unhandledrejection', ({ reason }) => heard.push('error: ' + reason));
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => heard.push('policy: ' + violatedDirective + ' ' + blockedURI));
`;

/** A copy of a finished site with the listener in its page. */
export async function copy(folder) {
  const to = await mkdtemp(path.join(tmpdir(), 'bathtub-webkit-site-'));
  await cp(folder, to, { recursive: true });
  const index = path.join(to, 'index.html');
  const page = await readFile(index, 'utf8');
  const heard = page.replace('<meta charset', '<script src="listener.js"></script><meta charset');
  if (heard === page) throw new Error('index.html has no place for the listener');
  await writeFile(index, heard);
  await writeFile(path.join(to, 'listener.js'), LISTENER);
  return to;
}

export async function launch(site) {
  const home = await mkdtemp(path.join(tmpdir(), 'bathtub-webkit-'));
  const saved = path.join(home, 'saved');
  await mkdir(saved);
  await writeFile(path.join(home, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${saved}"\n`);
  const display = await screen();
  const env = { ...process.env, DISPLAY: display.name, HOME: home, XDG_CONFIG_HOME: home, LC_ALL: 'C.UTF-8' };
  const drivers = new Set();
  return {
    async open(query) {
      const driver = await startDriver(env);
      drivers.add(driver);
      const { ask } = driver;
      const { sessionId } = await ask('POST', '', { capabilities: {} });
      const session = (place, body) => ask('POST', `/${sessionId}${place}`, body);
      // With what stands above the page in the window, its page is 800 pixels high.
      await session('/window/rect', { x: 0, y: 0, width: 1280, height: 838 });
      // Storage can be written once a document of the site is there: one that is not the page.
      await session('/url', { url: `${site.address}third-party-notices.txt` });
      const evaluate = (work, value) =>
        session('/execute/async', {
          script: `const done = arguments[1];
            Promise.resolve((${work})(arguments[0])).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
          args: [value ?? null],
        }).then(({ value, error }) => {
          if (error) throw new Error(error);
          return value;
        });
      await evaluate(seen);
      await session('/url', { url: site.address + query });
      const act = (type, actions) => session('/actions', { actions: [{ type, id: type, actions }] });
      const move = ([x, y]) => ({ type: 'pointerMove', duration: 20, x: Math.round(x), y: Math.round(y) });
      return {
        evaluate,
        press: (key) => act('key', ['keyDown', 'keyUp'].map((type) => ({ type, value: KEYS[key] ?? key }))),
        async drag([x, y], [toX, toY]) {
          const between = [1, 2, 3, 4].map((step) => [x + ((toX - x) * step) / 4, y + ((toY - y) * step) / 4]);
          const [down, up] = ['pointerDown', 'pointerUp'].map((type) => ({ type, button: 0 }));
          await act('pointer', [move([x, y]), down, ...between.map(move), up]);
        },
        download: (act) => arrival(saved, act),
        faults: () => evaluate(() => globalThis.heard),
        async close() {
          await ask('DELETE', `/${sessionId}`);
          drivers.delete(driver);
          await driver.close();
        },
      };
    },
    async close() {
      await Promise.all([...drivers].map((driver) => driver.close()));
      await display.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** A driver of its own for each page: it has one session at a time. */
async function startDriver(env) {
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}`;
  const answers = () => fetch(`${address}/status`).then(({ ok }) => ok, () => false);
  for (let tries = 0; !(await answers()); tries += 1) {
    if (tries === 50) throw new Error('WebKitWebDriver does not answer');
    await new Promise((resume) => setTimeout(resume, 100));
  }
  return {
    async ask(method, place, body) {
      const answer = await fetch(`${address}/session${place}`, { method, body: body && JSON.stringify(body) });
      const { value } = await answer.json();
      if (!answer.ok) throw new Error(`${method} ${place}: ${value.error}: ${value.message}`);
      return value;
    },
    close: () => ended(driver),
  };
}

/** A screen in memory, with a number that no other has. */
async function screen() {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [number] = await once(server.stdout, 'data');
  return {
    name: `:${String(number).trim()}`,
    close: () => ended(server),
  };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function ended(child) {
  child.kill();
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
