// The package in Node: every function against the command, bit for bit; what it refuses; what its texts say.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import * as nodeTest from 'node:test';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

import { command, root } from '../browser/harness.mjs';
import { installed, run, tools } from './package.mjs';

const { test } = nodeTest;
const place = installed();
nodeTest.after(() => place.remove());
const bathtub = await import(pathToFileURL(path.join(place.home, 'node.js')));

/** A document as JSON has it: no key whose value is undefined. */
const plain = (value) => JSON.parse(JSON.stringify(value));
const sets = (settings) => Object.entries(settings).flatMap(([key, value]) => ['--set', `${key}=${value}`]);

/** Settings, and the same as options of the command. */
const SETTINGS = [
  [undefined, []],
  [{ capex: 1000, tga: 300, week: 26 }, [...sets({ capex: 1000, tga: 300 }), '--week', '26']],
  [{ start: '2016-03-30', runoff: -20 }, ['--start', '2016-03-30', ...sets({ runoff: -20 })]],
  [{ dry: 0, curve_width: 3.5, shock: 40, week: 104 }, [...sets({ dry: 0, curve_width: 3.5, shock: 40 }), '--week', '104']],
];

test('runs, attributions and answers are those of the command', () => {
  for (const [settings, options] of SETTINGS) {
    assert.deepEqual(plain(bathtub.simulate(settings)), command(['run', ...options]));
    assert.deepEqual(plain(bathtub.attribute(settings)), command(['attribute', ...options]));
    const asked = { lever: 'rate', series: 'spread_bp', target: 4.5 };
    const words = ['solve', '--lever', asked.lever, '--series', asked.series, '--target', String(asked.target)];
    assert.deepEqual(plain(bathtub.solve({ ...asked, settings })), command([...words, ...options]));
  }
});

test('every scenario is that of the command', () => {
  const rows = command(['scenarios']);
  assert.deepEqual(plain(bathtub.scenarios()), rows);
  for (const { key, start, week, settings } of rows) {
    const expected = command(['run', '--start', start, '--week', String(week), ...sets(settings)]);
    assert.deepEqual(plain(bathtub.simulate({ scenario: key })), expected, key);
  }
});

test('tables, backtests and exports are those of the command', () => {
  for (const name of ['parameters', 'starts', 'series']) assert.deepEqual(plain(bathtub[name]()), command([name]));
  assert.deepEqual(plain(bathtub.backtest()), command(['backtest']));
  const options = { start: '2025-07-30', changes: { tga: 0 }, coefficients: { curve_width: 3 } };
  const words = ['--start', options.start, '--change', 'tga=0', '--set', 'curve_width=3'];
  assert.deepEqual(plain(bathtub.backtest(null, options)), command(['backtest', ...words]));
  const own = path.join(place.folder, 'own.csv');
  const text = readFileSync(path.join(root, 'data/liquidity_weekly_2015_2025.csv'), 'utf8').split('\n').slice(0, 200).join('\n');
  writeFileSync(own, text);
  assert.deepEqual(plain(bathtub.backtest([text])), command(['backtest', '--data', own]));
  for (const format of ['xmile', 'mdl']) {
    const words = ['run', '--quiet', '--package', 'bathtub-cli', '--', 'export', '--format', format, '--set', 'capex=900'];
    const { stdout } = spawnSync('cargo', words, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
    assert.equal(bathtub.exportModel(format, { capex: 900 }), stdout);
  }
});

test('an ensemble is that of the command, with any number of workers', async () => {
  const { bands } = command(['run', '--set', 'capex=1000', '--bands', '200']);
  for (const workers of [0, 1, 2, 3, 4]) {
    const found = await bathtub.ensemble({ capex: 1000 }, { draws: 200, workers });
    assert.deepEqual(plain(found), bands, `${workers} workers`);
  }
  const some = await bathtub.ensemble({ capex: 1000 }, { draws: 200, series: ['level', 'gold_pct'] });
  assert.deepEqual(plain(some).series, { level: bands.series.level, gold_pct: bands.series.gold_pct });
  const several = await Promise.all([900, 1000].map((capex) => bathtub.ensemble({ capex }, { draws: 200, series: ['level'] })));
  assert.deepEqual(plain(several[1]).series.level, bands.series.level);
});

test('what cannot be is refused with parameter, value and range', async () => {
  const refused = (act, kind, message, more = {}) =>
    assert.throws(act, (error) => {
      assert.ok(error instanceof kind, `${error.name}: ${error.message}`);
      assert.match(error.message, message);
      for (const [key, value] of Object.entries(more)) assert.deepEqual(error[key], value);
      return true;
    });
  const { simulate, solve, backtest, exportModel, ensemble } = bathtub;
  refused(() => simulate({ capex: 1e6 }), RangeError, /^capex: 1000000 is outside the range 0 to 1500 \(\$bn a year\)$/u, {
    parameter: 'capex',
    value: 1e6,
    min: 0,
    max: 1500,
  });
  refused(() => simulate({ capex: NaN }), RangeError, /^capex: NaN is outside/u);
  refused(() => simulate({ capex: '1000' }), TypeError, /^capex: '1000' is not a number; the range is/u, { parameter: 'capex', max: 1500 });
  refused(() => simulate({ capex: null }), TypeError, /^capex: null is not a number/u);
  refused(() => simulate({ capex: 5n }), TypeError, /^capex: a bigint is not a number/u);
  refused(() => simulate({ capx: 1 }), Error, /^capx: no such parameter; parameters\(\) lists them$/u, { parameter: 'capx' });
  refused(() => simulate({ week: 105 }), RangeError, /^week: 105 is outside the range 0 to 104/u);
  refused(() => simulate({ start: '2016-03-31' }), RangeError, /^start: no balance sheet for '2016-03-31', which is no Wednesday/u);
  refused(() => simulate({ scenario: 'x' }), Error, /^scenario: no scenario 'x'; there are abundance, /u);
  for (const settings of [null, 5, 'capex=1', [], () => {}, new Map(), Symbol('x')]) {
    refused(() => simulate(settings), TypeError, /^settings: .+ is not an object$/u);
  }
  // What is long is not told back whole.
  assert.throws(() => simulate({ start: 'x'.repeat(5000) }), ({ message }) => message.length < 500);
  refused(() => solve(), TypeError, /^lever: needed, and not given$/u);
  refused(() => solve({ lever: 'tga', series: 'x', target: 1 }), Error, /^series: no series 'x'/u);
  refused(() => backtest(['date;x\n']), Error, /^table 1, line 1: /u);
  refused(() => backtest([{ name: 'mine.csv', text: '' }]), Error, /^mine\.csv/u);
  refused(() => backtest(null, { from: 'x' }), Error, /^from: no such option; there are start, end, coefficients, changes$/u);
  refused(() => exportModel('pdf'), Error, /^format: no format 'pdf'; there are xmile and mdl$/u);
  await assert.rejects(ensemble({}, { draws: 0 }), /^RangeError: draws: 0 is outside the range 1 to 16384/u);
  await assert.rejects(ensemble({}, { workers: 9 }), /^RangeError: workers: 9/u);
  await assert.rejects(ensemble({ capex: -1 }), /^RangeError: capex: -1/u);
  // And after all that it still works.
  assert.deepEqual(plain(simulate()), command(['run']));
});

test('the examples of its text run, and say what is written beside them', () => {
  const text = readFileSync(path.join(place.home, 'README.md'), 'utf8');
  const examples = [...text.matchAll(/```js\n(.*?)```/gsu)].map(([, code]) => code);
  assert.ok(examples.length >= 8);
  for (const code of examples) {
    const printed = run(place.folder, code);
    assert.ok(printed.trim().length > 0, code);
    for (const [, said] of code.matchAll(/console\.log\(error\.message\); \/\/ (.*)/gu)) assert.ok(printed.includes(said), printed);
  }
  const { version } = JSON.parse(readFileSync(path.join(place.home, 'package.json'), 'utf8'));
  assert.equal(bathtub.version, version);
  assert.ok(text.includes(`liquidity-bathtub-${version}.tgz`));
  assert.equal(bathtub.modelVersion, command(['run']).model_version);
  assert.equal(bathtub.dataDate, command(['run']).data_date);
});

test('its declarations hold for what it gives', async () => {
  const values = {
    Run: bathtub.simulate(),
    Attribution: bathtub.attribute({ capex: 900 }),
    Solution: bathtub.solve({ lever: 'tga', series: 'level', target: 99 }),
    Backtest: bathtub.backtest(null, { start: '2025-09-03' }),
    Bands: await bathtub.ensemble({}, { draws: 8, series: ['level'], workers: 0 }),
    'Scenario[]': bathtub.scenarios(),
    'Parameter[]': bathtub.parameters(),
    'Start[]': bathtub.starts(),
    'Series[]': bathtub.series(),
  };
  const names = Object.keys(values).map((type) => type.replace('[]', ''));
  const checks = Object.entries(values).map(([type, value], i) => `export const v${i}: ${type} = ${JSON.stringify(value)};`);
  const every = Object.keys(bathtub).filter((name) => name !== 'load');
  writeFileSync(
    path.join(place.folder, 'check.ts'),
    `import type { ${names.join(', ')}, Settings, Refusal } from 'liquidity-bathtub';
import { ${every.join(', ')} } from 'liquidity-bathtub';
import { load } from 'liquidity-bathtub/load';
${checks.join('\n')}
export const settings: Settings = { capex: 1, scenario: 'repo-spike', start: '2016-03-30' };
// @ts-expect-error no such parameter
export const wrong: Settings = { capx: 1 };
// @ts-expect-error no such series
export const none = simulate().series.nonsense;
export const all = [${every.join(', ')}];
export const later: Promise<number> = load().then((functions) => functions.simulate(settings).readouts.level);
export const told = (error: Refusal) => [error.parameter, error.value, error.min, error.max];
`,
  );
  const tsc = path.join(tools, 'typescript/bin/tsc');
  const flags = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom', 'check.ts'];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...flags], { cwd: place.folder, encoding: 'utf8' });
  assert.equal(status, 0, stdout.slice(0, 2000));
  // And no declaration is of something that is not there.
  const declared = [...readFileSync(path.join(place.home, 'index.d.ts'), 'utf8').matchAll(/declare (?:function|const) (\w+)/gu)];
  assert.deepEqual(declared.map(([, name]) => name).sort(), every.sort());
});

test('what a browser fetches is as small as it is said to be', () => {
  const sizes = ['api.js', 'bathtub.js', 'bathtub_bg.wasm', 'index.js', 'load.js', 'version.js'].map(
    (name) => brotliCompressSync(readFileSync(path.join(place.home, name))).length,
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  // The aim is 120,000; the published tables are 27,000 of it, what the parameters mean 16,000.
  assert.ok(total < 190_000, `${total} bytes`);
  const [, said] = /(\d+) kB of it travel/u.exec(readFileSync(path.join(place.home, 'README.md'), 'utf8'));
  assert.ok(Math.abs(Number(said) - total / 1000) < 5, `${total} bytes`);
});

test('nothing but the package’s own files is packed', () => {
  assert.deepEqual(readdirSync(place.home).sort(), [
    'LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'SOURCES.md', 'api.js', 'bathtub.js', 'bathtub_bg.wasm', 'index.d.ts', 'index.js',
    'load.d.ts', 'load.js', 'node-worker.js', 'node.js', 'package.json', 'version.js', 'worker.js',
  ]);
});
