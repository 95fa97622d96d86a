// Files that a browser saves into a folder.
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** The file that arrives in a folder when something is done, once it is whole. */
export async function arrival(folder, act) {
  const before = new Set(await readdir(folder));
  await act();
  for (let size = 0, tries = 0; tries < 100; tries += 1) {
    await new Promise((resume) => setTimeout(resume, 100));
    // Firefox writes `name.part` beside an empty `name`, WebKit `name.wkdownload`.
    const names = (await readdir(folder)).filter((name) => !before.has(name));
    const now = names.length === 1 ? (await stat(path.join(folder, names[0]))).size : 0;
    if (now > 0 && now === size) return { name: names[0], text: await readFile(path.join(folder, names[0]), 'utf8') };
    size = now;
  }
  throw new Error('no file was saved in 10 s');
}
