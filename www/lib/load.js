// One way to fetch whatever comes after the page itself: programs, parts of them, words, tables. Used
// by the page and by the worker of the engine.
//
// What failed is asked for under another name the next time: some browsers remember the failure of a
// script for as long as the page is open. The type that a host gives a file does not matter, except
// for scripts, which browsers take as scripts alone.

/** How often each address has failed. */
const failures = new Map();
/** What is on its way or here, by address. */
const coming = new Map();

/** Asks for an address; `read` is given the name to ask by. */
async function ask(address, read) {
  const failed = failures.get(address) ?? 0;
  try {
    return await read(failed ? `${address}?again=${failed}` : address);
  } catch (error) {
    failures.set(address, failed + 1);
    // The page looks whether it has been renewed meanwhile.
    globalThis.dispatchEvent(new Event('bathtub:missing'));
    throw error;
  }
}

/** The same, once for all; a failure is forgotten. */
function once(address, read) {
  if (!coming.has(address)) {
    const one = ask(address, read);
    coming.set(address, one);
    one.catch(() => coming.delete(address));
  }
  return coming.get(address);
}

async function answer(name) {
  const answered = await fetch(name);
  if (!answered.ok) throw new Error(`${name}: ${answered.status}`);
  return answered;
}

/** What has come of an answer is counted, byte by byte. */
const counting = (count) =>
  new TransformStream({
    transform(chunk, controller) {
      count(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });

async function wasm(name, count) {
  const { body } = await answer(name);
  return new Response(count ? body.pipeThrough(counting(count)) : body, {
    headers: { 'content-type': 'application/wasm' },
  });
}

/** A script as a module. */
export const script = (address) => once(address, (name) => import(name));

/** A file as text. */
export const text = (address) => ask(address, async (name) => (await answer(name)).text());

/** A file of JSON. */
export const json = (address) => ask(address, async (name) => (await answer(name)).json());

/** A part of a program that runs already, as an answer that the browser can compile while it comes. */
export const part = (address) => ask(address, (name) => wasm(name));

/**
 * A program: its loader and the WebAssembly beside it, started. `count` is told of the bytes of the
 * latter as they come.
 */
export const program = (js, bytes, count) =>
  once(bytes, async (name) => {
    const [loader, answered] = await Promise.all([script(js), wasm(name, count)]);
    await loader.default({ module_or_path: answered });
    return loader;
  });
