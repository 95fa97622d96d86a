// Keeps the whole page for the next visit, on which there may be no line. What keeps it is a service
// worker that the build writes (xtask/src/site/worker); a page without one works as before.

/** How long the page has stood before the worker fetches anything, ms: what the visitor wants goes first. */
const LATER = 4000;

/** A release that is pinned stays as it is, and its host may go on keeping it or not. */
const PINNED = /\/v\/\d+\.\d+\.\d+[^/]*\/(index\.html)?$/u;

const isWanted = () =>
  // A frame is part of somebody else's page.
  globalThis.self === globalThis.top &&
  document.documentElement.dataset.view !== 'embed' &&
  !PINNED.test(location.pathname) &&
  !navigator.connection?.saveData;

/** Has the browser keep the page once it rests. Where it may not, nothing happens. */
export function keep() {
  if (!isWanted()) return;
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  setTimeout(() => idle(() => register().catch(() => {})), LATER);
}

// Async: in some frames the mere question throws.
const register = async () => navigator.serviceWorker?.register('./service-worker.js');
