// Translators, and other programs that a visitor has on every page, take the page's texts out of it
// and put their own in their place. The program goes on writing into the texts that it made. So that
// a number on the screen is the model's: a text that is written to comes back to its place, and takes
// the other's from it. And a slider comes back to the program's number.

/** What stands in the place of a text that was taken away. */
const places = new WeakMap();

/** Where translators put their words: nobody else makes these elements any more. */
const isForeign = (node) => node?.localName === 'font';

/** The outermost of another's elements around a text. */
const wrapper = (node) => {
  let outer;
  for (let at = node?.parentNode; isForeign(at); at = at.parentNode) outer = at;
  return outer;
};

/** Puts a text back. */
function restore(text) {
  const outer = wrapper(text);
  if (outer?.isConnected) {
    outer.replaceWith(text);
    return;
  }
  const { parent, instead, next } = places.get(text) ?? {};
  if (text.isConnected || !parent?.isConnected) return;
  if (instead?.parentNode === parent) instead.replaceWith(text);
  else parent.insertBefore(text, next?.parentNode === parent ? next : null);
}

const written = new MutationObserver((records) => {
  for (const { target } of records) restore(target);
});

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

/** Watches what stands in an element, and lets the program take away and insert as it knows it. */
export function guard(app) {
  for (const event of ['input', 'change']) app.addEventListener(event, bringBack);
  new MutationObserver((records) => {
    for (const { target, removedNodes, addedNodes, previousSibling, nextSibling } of records) {
      for (const text of removedNodes) {
        if (text.nodeType !== Node.TEXT_NODE) continue;
        const instead = [...addedNodes, previousSibling, nextSibling].find(isForeign);
        places.set(text, { parent: target, instead, next: nextSibling });
        written.observe(text, { characterData: true });
      }
    }
  }).observe(app, { childList: true, subtree: true });

  const { insertBefore, removeChild } = Node.prototype;
  Node.prototype.removeChild = function remove(child) {
    if (child?.parentNode !== this && child?.nodeType === Node.TEXT_NODE) restore(child);
    return removeChild.call(this, child);
  };
  Node.prototype.insertBefore = function insert(child, next) {
    if (next && next.parentNode !== this && next.nodeType === Node.TEXT_NODE) restore(next);
    return insertBefore.call(this, child, next);
  };
}
