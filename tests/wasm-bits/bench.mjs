// Prints microseconds of each kind of work, as `wasm-bits bench` does: the WebAssembly module and
// the number of kinds are named on the command line.
import { readFile } from 'node:fs/promises';

const { instance } = await WebAssembly.instantiate(await readFile(process.argv[2]), {});
const { work } = instance.exports;
for (let kind = 0; kind < Number(process.argv[3]); kind += 1) {
  // The engine of the browser compiles twice: the first second is for its better half.
  for (let begun = performance.now(); performance.now() - begun < 1000; ) work(kind);
  const times = [];
  const begun = performance.now();
  while (times.length < 5 || performance.now() - begun < 1000) {
    const from = performance.now();
    work(kind);
    times.push((performance.now() - from) * 1000);
  }
  times.sort((a, b) => a - b);
  console.log(times[times.length >> 1]);
}
