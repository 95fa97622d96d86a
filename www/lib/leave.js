// The ways out of the page: a file, the clipboard, other programs, paper. A frame or a program that
// shows pages may forbid each of them, some without a word; what is returned says no more than is known.

/** Gives the browser a file to save: `saved`, or `unsure` where it may have been dropped in silence. */
export function save(blob, name) {
  const href = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  // Browsers read the blob after the click.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  return lone() || downloads() ? 'saved' : 'unsure';
}

/** Hands a link to other programs on phones, else to the clipboard: `shared`, `cancelled`, `copied`, `failed`. */
export async function link({ url, title }) {
  if (navigator.share && matchMedia('(pointer: coarse)').matches) {
    try {
      await navigator.share({ url, title });
      return 'shared';
    } catch (error) {
      if (error.name === 'AbortError') return 'cancelled';
    }
  }
  return copy({ text: url });
}

/** Puts a text into the clipboard: `copied`, `failed`. */
export async function copy({ text }) {
  try {
    // Without a secure connection there is no clipboard at all.
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    return 'failed';
  }
}

/** How long a browser may take to begin to print, ms. */
const PATIENCE = 1500;

/** Prints: `printing`, or `unprinted` where nothing has begun. A frame without leave ignores the call. */
export async function print() {
  let begun = false;
  // The page sends itself the same event when charts are to be painted.
  const begin = ({ isTrusted }) => {
    begun ||= isTrusted;
  };
  addEventListener('beforeprint', begin);
  try {
    globalThis.print();
    for (const end = performance.now() + PATIENCE; !begun && performance.now() < end; ) {
      await new Promise((resume) => setTimeout(resume, 50));
    }
  } catch {
    // Some programs that show pages have no such function.
  } finally {
    removeEventListener('beforeprint', begin);
  }
  return begun ? 'printing' : 'unprinted';
}

/** Whether this is a page in a browser that nothing keeps from saving, as far as a page can see. */
function lone() {
  return !shownByProgram() && !sandboxed();
}

/** Views of pages inside other programs save only what those have thought of, and files of pages seldom. */
function shownByProgram({ userAgent } = navigator) {
  const apple = /\b(iPhone|iPad|iPod)\b/u.test(userAgent) && !/\bSafari\//u.test(userAgent);
  return apple || /; wv\)|\bFBA[NV]\/|\bInstagram\b|\bMicroMessenger\b|\bLine\//u.test(userAgent);
}

/**
 * Whether the page is in a sandbox, its own or one it was opened from. No property tells, but a
 * sandbox always forbids `document.domain`, whatever it allows. It is tried in frames that inherit
 * the sandbox and are thrown away, so that nothing of the page is changed.
 */
function sandboxed() {
  if (self.origin === 'null') return true;
  const frames = ['', 'allow-same-origin'].map((sandbox) => {
    const frame = document.createElement('iframe');
    if (sandbox) frame.setAttribute('sandbox', sandbox);
    frame.hidden = true;
    document.body.append(frame);
    return frame;
  });
  const [own, certain] = frames;
  // Nobody owns this name, so that it is refused everywhere, with other words in a sandbox; where the
  // words are the same, the page's own name decides. Chromium complains of that one, so it comes last.
  const refused = (frame, name) => {
    try {
      frame.contentDocument.domain = name;
      return '';
    } catch (error) {
      return error.message;
    }
  };
  try {
    const foreign = 'host.invalid';
    return refused(own, foreign) === refused(certain, foreign) && refused(own, location.hostname) !== '';
  } finally {
    for (const frame of frames) frame.remove();
  }
}

/** Whether every sandbox around the page is one that can be read, and lets files through. */
function downloads() {
  if (shownByProgram() || self === top) return false;
  try {
    const sandboxes = [];
    for (let here = self; here !== here.parent; here = here.parent) sandboxes.push(here.frameElement.sandbox);
    const closed = sandboxes.filter(({ length }) => length);
    // A sandbox that no frame has was sent along with a page, and nothing tells what it allows.
    return closed.length > 0 && closed.every((sandbox) => sandbox.contains('allow-downloads'));
  } catch {
    return false;
  }
}
