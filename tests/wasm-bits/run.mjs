// Prints every case's line from the WebAssembly module that is named on the command line.
import { readFile } from 'node:fs/promises';

const { instance } = await WebAssembly.instantiate(await readFile(process.argv[2]), {});
const { run_case, line_address, memory } = instance.exports;
const decoder = new TextDecoder();
for (let index = 0; ; index += 1) {
  const length = run_case(index);
  if (length === 0) break;
  console.log(decoder.decode(new Uint8Array(memory.buffer, line_address(), length)));
}
