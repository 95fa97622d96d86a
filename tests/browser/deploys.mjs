// Finished sites that differ in every file, as two deploys do, for tests that put one in the place of
// the other.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { DIST, load, root } from './harness.mjs';

const HASH = /(?<=-)[0-9a-f]{16}(?=\.)/u;

/** What each kind of file says at its end that it is another's. */
const MARKS = {
  '.js': (mark) => `\n//${mark}`,
  '.css': (mark) => `\n/*${mark}*/`,
  '.csv': (mark) => '\n'.repeat(mark.charCodeAt(0) - 96),
  '.html': (mark) => `\n<!--${mark}-->`,
  '.json': (mark) => ' '.repeat(mark.charCodeAt(0) - 96),
  // A section of no meaning, of one letter.
  '.wasm': (mark) => Buffer.from([0, 2, 1, mark.charCodeAt(0)]),
};

/** The files of a folder, from the folder. */
export const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));

/** Makes `folder` the finished site with every file changed; `mark` is a letter from a to f. */
export function deploy(folder, mark) {
  rmSync(folder, { recursive: true, force: true });
  cpSync(DIST, folder, { recursive: true });
  const names = files(folder);
  const hash = mark.repeat(16);
  const renamed = names.filter((name) => HASH.test(name)).map((name) => path.basename(name));
  for (const name of names) {
    const place = path.join(folder, name);
    const add = MARKS[path.extname(name)];
    if (!add || name === 'service-worker.js') continue;
    let content = readFileSync(place);
    if (/\.(js|html)$/u.test(name)) {
      let text = content.toString().replaceAll(/\?h=[0-9a-f]{16}/gu, `?h=${hash}`);
      for (const old of renamed) text = text.replaceAll(old, old.replace(HASH, hash));
      content = Buffer.from(text);
    }
    writeFileSync(place, Buffer.concat([content, Buffer.from(add(mark))]));
    renameSync(place, path.join(path.dirname(place), path.basename(place).replace(HASH, hash)));
  }
  const modules = path.dirname(path.dirname(load.resolve('workbox-build/package.json')));
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'xtask/src/site/worker/write.mjs'), folder], {
    env: { ...process.env, BATHTUB_NODE_MODULES: modules },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}
