// Translators, readers and other programs that a visitor has on every page take its texts apart, wrap
// them, and put their own in their place. The program goes on writing into the texts that it made. So
// that a number on the screen is the model's: before the program touches an element, whatever others
// have done among its children is undone. And a slider comes back to the program's number.
//
// The program does what it does from WebAssembly: it inserts by `insertBefore`, removes by `removeChild`
// and writes by `nodeValue`. Whatever else changes is another's.

/** The children that the program gave an element which others have touched since. */
const mine = new WeakMap();
/** The element that each of these belongs in. */
const home = new WeakMap();
/** What the program wrote into a text that others have written to since. */
const said = new WeakMap();
/** Whether anybody has touched anything. */
let touched = false;

/** Whether the program has called: others on the page may insert and remove as it does. */
const isProgram = () => /wasm/u.test(new Error().stack);

/** What an element had before changes, the last of which left it as it is. */
function before(target, records) {
  const children = [...target.childNodes];
  for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records.toReversed()) {
    const added = new Set(addedNodes);
    const kept = children.filter((child) => !added.has(child));
    const next = nextSibling ? kept.indexOf(nextSibling) : kept.length;
    const at = next < 0 ? kept.indexOf(previousSibling) + 1 : next;
    kept.splice(at, 0, ...removedNodes);
    children.splice(0, children.length, ...kept);
  }
  return children;
}

/** Remembers what others did. */
function note(records) {
  const changes = new Map();
  for (const record of records) {
    const { type, target, oldValue } = record;
    touched = true;
    if (type === 'characterData') {
      if (!said.has(target)) said.set(target, oldValue);
    } else if (!mine.has(target)) {
      changes.set(target, [...(changes.get(target) ?? []), record]);
    }
  }
  for (const [target, list] of changes) {
    const children = before(target, list);
    mine.set(target, children);
    for (const child of children) if (!home.has(child)) home.set(child, target);
  }
}

/** Gives an element the children and the texts back that the program gave it. */
function undo(element) {
  const children = mine.get(element) ?? element.childNodes;
  for (const text of children) {
    if (!said.has(text)) continue;
    text.data = said.get(text);
    said.delete(text);
  }
  if (!mine.delete(element)) return;
  const kept = new Set(children);
  for (const child of [...element.childNodes]) if (!kept.has(child)) removeChild.call(element, child);
  children.forEach((child, at) => {
    home.delete(child);
    const there = element.childNodes[at] ?? null;
    if (there !== child) insertBefore.call(element, child, there);
  });
}

/** Puts a node of the program back where it belongs, and all that it stands in. */
function restore(node, app) {
  for (let at = node; at && at !== app; ) {
    const parent = home.get(at) ?? at.parentNode;
    if (parent) undo(parent);
    at = parent;
  }
}

/** How long nobody has moved a slider when it has to stand where the program has it, ms. */
const RESTED = 400;
const timers = new WeakMap();

/**
 * A slider is moved by the hand and drawn by the program, which draws nothing where its number is what it
 * was: one that was moved and taken back before it was drawn would stay where the hand left it.
 */
function bringBack({ target }) {
  if (target.type !== 'range') return;
  clearTimeout(timers.get(target));
  const late = () => {
    const { at } = target.dataset;
    if (at !== undefined && target.value !== at) target.value = at;
  };
  timers.set(target, setTimeout(late, RESTED));
}

const { insertBefore, removeChild } = Node.prototype;
const { get: read, set: write } = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue');

/** Watches what stands in an element, and lets the program take away and insert as it knows it. */
export function guard(app) {
  for (const event of ['input', 'change']) app.addEventListener(event, bringBack);
  const observer = new MutationObserver(note);
  observer.observe(app, { childList: true, subtree: true, characterData: true, characterDataOldValue: true });

  /** Something that the program does to a node: on what it knows, and not counted as another's. */
  const own = (node, work) => {
    note(observer.takeRecords());
    if (touched) restore(node, app);
    const result = work();
    observer.takeRecords();
    return result;
  };
  Node.prototype.insertBefore = function insert(child, next) {
    // What is not in the page yet is nobody else's.
    if (!this.isConnected || !isProgram()) return insertBefore.call(this, child, next);
    return own(this, () => {
      if (next && next.parentNode !== this) restore(next, app);
      // Where its neighbour is gone for good it stands at the end.
      return insertBefore.call(this, child, next?.parentNode === this ? next : null);
    });
  };
  Node.prototype.removeChild = function remove(child) {
    if (!isProgram()) return removeChild.call(this, child);
    return own(child, () => {
      const parent = child.parentNode;
      return parent ? removeChild.call(parent, child) : child;
    });
  };
  Object.defineProperty(Node.prototype, 'nodeValue', {
    configurable: true,
    enumerable: true,
    get: read,
    set(value) {
      own(this, () => write.call(this, value));
      said.delete(this);
    },
  });
}
