// The package as somebody installs it: unpacked into a folder of its own, which goes with the tests.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const { env } = process;

/** Bundlers and compilers live in the tools folder, where a plain `import` does not look. */
export const tools = env.BATHTUB_MODULE_TOOLS;
export const loadTool = createRequire(path.join(tools, 'any.js'));

/** A folder in which `liquidity-bathtub` is installed. */
export function installed() {
  const folder = mkdtempSync(path.join(tmpdir(), 'bathtub-module-'));
  const modules = path.join(folder, 'node_modules');
  mkdirSync(modules);
  const unpacked = spawnSync('tar', ['-xzf', env.BATHTUB_PACKAGE, '-C', modules], { encoding: 'utf8' });
  if (unpacked.status !== 0) throw new Error(unpacked.stderr);
  // What npm calls the folder in the archive.
  spawnSync('mv', [path.join(modules, 'package'), path.join(modules, 'liquidity-bathtub')]);
  return { folder, home: path.join(modules, 'liquidity-bathtub'), remove: () => rmSync(folder, { recursive: true }) };
}

/** Runs Node in the folder with a text as its module. */
export function run(folder, text) {
  const ran = spawnSync(process.execPath, ['--input-type=module', '-'], { cwd: folder, input: text, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (ran.status !== 0) throw new Error(`${text}\n${ran.stderr}`);
  return ran.stdout;
}
