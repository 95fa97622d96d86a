// The service worker of a development build, which keeps nothing: it takes the place of one that a
// finished site left behind at the same address, and goes.
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.registration.unregister()));
