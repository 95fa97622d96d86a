// The exported model in SDEverywhere's JavaScript.
//
//   node sdeverywhere.mjs answer MODEL RUN   reads settings, one JSON object a line, and answers
//                                            each with its series
//   node sdeverywhere.mjs time MODEL RUN     prints the microseconds of one run, a median
//
// MODEL is the Vensim file, RUN what `bathtub run --json` prints: its settings are the inputs, but
// for the balance sheet, which the file has as numbers of its start; its series are the outputs.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const packages = process.env.BATHTUB_NODE_MODULES;
if (!packages) throw new Error('run `cargo xtask test engines`, which names the node packages in BATHTUB_NODE_MODULES');
const { resolve } = createRequire(path.join(packages, 'any.js'));
const load = (name) => import(pathToFileURL(resolve(name)));
const [{ parseAndGenerate }, { createSynchronousModelRunner }] = await Promise.all(
  ['@sdeverywhere/compile', '@sdeverywhere/runtime'].map(load),
);

const [task, model, example] = process.argv.slice(2);
const { settings, series } = JSON.parse(await readFile(example, 'utf8'));
const text = await readFile(model, 'utf8');
const inputs = Object.keys(settings).filter((key) => text.includes(`\n${key}=\n`));
const outputs = Object.keys(series);
const runner = createSynchronousModelRunner(await compiled());
const found = runner.createOutputs();

/** The model as a program. */
async function compiled() {
  const spec = { inputVarNames: inputs, outputVarNames: outputs, bundleListing: false };
  const { error } = console;
  // It takes the names of outputs for names of C and complains of each; the numbers are right.
  console.error = (line) => /^no var with name .* in vensimName$/.test(line) || error(line);
  const folder = path.dirname(model);
  const code = await parseAndGenerate(text, 'vensim', spec, ['generateJS'], folder, 'sdeverywhere', folder);
  console.error = error;
  const program = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return program.default();
}

const run = (values) => runner.runModelSync(inputs.map((key) => values[key]), found).varSeries;

async function answer() {
  for await (const line of createInterface({ input: process.stdin })) {
    const points = run(JSON.parse(line)).map((one) => one.points.map(({ y }) => y));
    console.log(JSON.stringify(Object.fromEntries(outputs.map((key, i) => [key, points[i]]))));
  }
}

function time() {
  // The engine of JavaScript compiles twice: the first second is for its better half.
  for (const begun = performance.now(); performance.now() - begun < 1000; ) run(settings);
  const times = [];
  for (const begun = performance.now(); times.length < 5 || performance.now() - begun < 1000; ) {
    const from = performance.now();
    run(settings);
    times.push((performance.now() - from) * 1000);
  }
  times.sort((a, b) => a - b);
  console.log(times[times.length >> 1]);
}

await { answer, time }[task]();
