// Prints for each file named how many bytes it takes as Brotli's best, one a line.
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

for (const file of process.argv.slice(2)) console.log(brotliCompressSync(readFileSync(file)).length);
