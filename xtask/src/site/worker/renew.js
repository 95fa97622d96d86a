// The first part of the service worker, before what workbox-build writes. A worker that has kept a newer
// deploy waits until no page of the old one is open, so that no page is ever made of two. A reload in the
// only tab would wait for ever: the old page stands until the new one has come. So such a reload
// is answered by nothing, which loads itself again a second later; meanwhile the newer worker takes over.
// Not at once: Chromium never answers what is asked in the moment in which one worker gives way to another.
//
// `PAGE` is the name under which workbox keeps the page of this deploy; the build writes it.

/** How often that may happen in a row. */
const MOST = 20;
/** How often it has; what loads itself again is no reload to the browser. */
let tried = 0;

const isReload = ({ mode, cache, isReloadNavigation }) =>
  mode === 'navigate' && (isReloadNavigation ?? (cache === 'no-cache' || cache === 'reload'));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { waiting, scope } = self.registration;
  const address = new URL(request.url);
  const isPage = address.origin + address.pathname === scope && !address.searchParams.has('embed');
  if (!waiting || !isPage || !(isReload(request) || tried > 0) || tried >= MOST) return;
  event.stopImmediatePropagation();
  event.respondWith(
    (async () => {
      // The page that is loaded again is one of them.
      const open = await self.clients.matchAll({ type: 'window' });
      if (open.length > 1) return (await caches.match(new URL(PAGE, scope))) ?? fetch(request);
      tried += 1;
      waiting.postMessage({ type: 'SKIP_WAITING' });
      return new Response('', { headers: { 'Content-Type': 'text/html', Refresh: '1' } });
    })(),
  );
});
