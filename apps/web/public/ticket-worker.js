/** Keeps the ticket page and its files, so that a ticket opens in a queue without a network. */
const CACHE = 'haishi-ticket';
const PAGE = '/ticket';

self.addEventListener('install', (event) => {
  event.waitUntil(
    fetch(PAGE, { cache: 'no-cache' })
      .then(keepPage)
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  event.respondWith(request.mode === 'navigate' ? page(event) : file(request));
});

/** The newest page where there is a network, else the one kept. */
async function page(event) {
  const cache = await caches.open(CACHE);
  try {
    const fresh = await fetch(event.request);
    if (fresh.ok) event.waitUntil(keepPage(fresh.clone()));
    return fresh;
  } catch (error) {
    const kept = await cache.match(PAGE);
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** Keeps a page with the files it names, and lets go of those of the page before. */
async function keepPage(response) {
  const cache = await caches.open(CACHE);
  const text = await response.clone().text();
  const files = [...text.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map((match) => match[1]);
  const held = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
  await cache.addAll(files.filter((name) => !held.has(name)));
  await cache.put(PAGE, response);
  for (const name of held) if (name !== PAGE && !files.includes(name)) await cache.delete(name);
}
