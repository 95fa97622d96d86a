// One way to fetch whatever comes after the page itself: programs, parts of them, words, tables. Used
// by the page and by the worker of the engine.
//
// What came counts as come when it can be read: some networks answer with a page of their own, and
// browsers keep that. What failed is asked for under another name the next time, past what the browser
// kept: some remember the failure of a script for as long as the page is open. The type that a host gives
// a file does not matter, except for scripts, which browsers take as scripts alone.

/** How often each address has failed. */
const failures = new Map();
/** What is on its way or here, by address. */
const coming = new Map();

/** How long something may be on its way before that is said, ms. */
const SLOW = 8000;
/** What has been on its way for longer: what gives each of them up. */
const late = new Set();

// The page says how many are late, and `bathtub:hurry` has them asked for once more.
const tell = () => globalThis.dispatchEvent(new CustomEvent('bathtub:late', { detail: { of: late, more: late.size } }));
globalThis.addEventListener('bathtub:hurry', () => {
  for (const stop of late) stop.abort();
});

/** What came was not what it should have been: the next time it is asked for anew. */
export const distrust = (address) => failures.set(address, (failures.get(address) ?? 0) + 1);

/** Never, unless it is given up. */
const givenUp = ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

/** Asks for an address: `get` is given the name and how to ask, and `read` reads what came. */
async function ask(address, get, read) {
  for (let first = true; ; first = false) {
    const failed = failures.get(address);
    const stop = new AbortController();
    const timer = setTimeout(() => {
      late.add(stop);
      tell();
    }, SLOW);
    let came = false;
    const work = async () => {
      const how = { signal: stop.signal, cache: failed ? 'reload' : 'default' };
      const mark = address.includes('?') ? '&' : '?';
      const got = await get(failed ? `${address}${mark}again=${failed}` : address, how);
      came = true;
      return read(got);
    };
    try {
      return await Promise.race([work(), givenUp(stop)]);
    } catch (error) {
      distrust(address);
      if (stop.signal.aborted || (came && first)) continue;
      // The page looks whether it has been renewed meanwhile.
      globalThis.dispatchEvent(new Event('bathtub:missing'));
      throw error;
    } finally {
      clearTimeout(timer);
      if (late.delete(stop)) tell();
    }
  }
}

/** The same, once for all; a failure is forgotten. */
function once(address, work) {
  if (!coming.has(address)) {
    const one = work();
    coming.set(address, one);
    one.catch(() => coming.delete(address));
  }
  return coming.get(address);
}

async function answer(name, how) {
  const answered = await fetch(name, how);
  if (!answered.ok) throw new Error(`${name}: ${answered.status}`);
  return answered;
}

/** As an answer that the browser takes for WebAssembly. */
const typed = (body) => new Response(body, { headers: { 'content-type': 'application/wasm' } });

/** Compiles while it comes. What has come is counted, byte by byte, and taken back where it was in vain. */
async function compile({ body }, count = () => {}) {
  let come = 0;
  const counted = new TransformStream({
    transform(chunk, controller) {
      come += chunk.byteLength;
      count(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  try {
    return await WebAssembly.compileStreaming(typed(body.pipeThrough(counted)));
  } catch (error) {
    count(-come);
    throw error;
  }
}

/** A script as a module. */
export const script = (address) =>
  once(address, () =>
    ask(
      address,
      (name) => name,
      (name) => import(name),
    ),
  );

/** A file as text. */
export const text = (address) => ask(address, answer, (answered) => answered.text());

/** A file of JSON. Its name stays when its content changes: the browser asks whether it has. */
export const json = (address) =>
  ask(
    address,
    (name, how) => answer(name, { ...how, cache: 'no-cache' }),
    (answered) => answered.json(),
  );

/** A part of a program that runs already, as an answer that the browser can compile once more. */
export const part = (address) =>
  ask(address, answer, async (answered) => {
    const copy = answered.clone();
    await compile(answered);
    return typed(copy.body);
  });

/**
 * A program: its loader and the WebAssembly beside it, started. `count` is told of the bytes of the
 * latter as they come.
 */
export const program = (js, bytes, count) =>
  once(bytes, async () => {
    const compiled = ask(bytes, answer, (answered) => compile(answered, count));
    const [loader, module] = await Promise.all([script(js), compiled]);
    await loader.default({ module_or_path: module });
    return loader;
  });
