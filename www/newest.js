// Releases side by side. A pinned one, `…/v/1.2.3/`, asks the newest one, two folders up, what it is and
// what it says of a setting. It knows it by `version.json` and by the module that is named there alone.
// The newest one knows by `releases.json` which releases its host keeps.

const PINNED = /^(.*\/)v\/(\d+\.\d+\.\d+[^/]*)\/$/u;

const parts = (version) => /^(\d+)\.(\d+)\.(\d+)/u.exec(version)?.slice(1).map(Number);

const isNewer = (version, own) => {
  const [theirs, ours] = [parts(version), parts(own)];
  if (!theirs || !ours) return false;
  const at = theirs.findIndex((number, i) => number !== ours[i]);
  return at >= 0 && theirs[at] > ours[at];
};

const here = () => new URL('.', document.baseURI);

/** Whether a pinned page is behind, and what is newer: nothing otherwise. */
const find = async () => {
  const [, folder, own] = PINNED.exec(here().pathname) ?? [];
  if (!folder) return undefined;
  const root = new URL(folder, document.baseURI).href;
  const answer = await fetch(new URL('version.json', root), { cache: 'no-cache' });
  if (!answer.ok) return undefined;
  const { version, model_version, data_date, module } = await answer.json();
  if (![version, model_version, data_date, module].every((text) => typeof text === 'string')) return undefined;
  return isNewer(version, own) ? { root, own, version, model_version, data_date, module } : undefined;
};

/** What the newest release says of a setting: numbers by the keys of its read-outs and ducks, or why not. */
const ask = async ({ root, module }, settings) => {
  const address = new URL(module, root).href;
  // Of the newest release and nobody else's.
  if (!address.startsWith(root)) throw new Error(`${module} is not of this site`);
  const { simulate } = await import(address);
  try {
    const { readouts, ducks } = simulate(settings);
    const moved = Object.entries(ducks).map(([key, { change_pct }]) => [key, change_pct]);
    return { numbers: [...Object.entries(readouts), ...moved].filter(([, value]) => typeof value === 'number') };
  } catch (error) {
    return { refused: String(error.message) };
  }
};

/** Where this release stays for good and where the newest one is; nothing where no release is kept. */
const places = async (release) => {
  const [, folder] = PINNED.exec(here().pathname) ?? [];
  if (folder) return { pinned: here().href, latest: new URL(folder, document.baseURI).href };
  const answer = await fetch(new URL('releases.json', here()), { cache: 'no-cache' });
  const { releases } = answer.ok ? await answer.json() : {};
  if (!Array.isArray(releases) || !releases.includes(release)) return undefined;
  return { pinned: new URL(`v/${release}/`, here()).href, latest: here().href };
};

export const run = ({ newest, settings, release }) => {
  if (release) return places(release);
  return newest ? ask(newest, settings) : find();
};
