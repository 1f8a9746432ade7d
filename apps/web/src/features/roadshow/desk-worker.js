/**
 * Keeps the judge's desk on the tablet: the page and its files, which hold nothing of anybody, so that a desk that is
 * reloaded without a network comes up again. What the server answers about a session is never kept here, and whoever has
 * a network gets the page of the server. The build writes in here what the desk consists of.
 */
const { version, files } = __DESK__;
const PREFIX = 'haishi-desk-';
const CACHE = PREFIX + version;
const PAGE = '/roadshow/desk';
const DESK = /^\/roadshow\/[^/]+\/desk\/?$/;
/** Milliseconds the server may take to answer with the page: a network that hangs is as good as none. */
const ANSWER_MS = 8000;

self.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && DESK.test(pathname)) event.respondWith(page(request));
  else if (files.includes(pathname)) event.respondWith(file(request));
});

/** All or nothing: a page whose files are another version's would not start. */
async function keep() {
  const shell = await fetch(PAGE, { cache: 'reload', credentials: 'omit' });
  const text = await shell.clone().text();
  const named = [...text.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]);
  if (!shell.ok || named.length === 0 || named.some((name) => !files.includes(name)))
    throw new Error('The page is of another version.');
  const cache = await caches.open(CACHE);
  await cache.addAll(files);
  await cache.put(PAGE, shell);
}

/** The version before stays for pages that are still open; those before it go. */
async function forgetOlder() {
  const held = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(held.slice(0, -1).map((name) => caches.delete(name)));
}

async function page(request) {
  const fresh = fetch(request).catch(() => undefined);
  const late = new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
  const answer = await Promise.race([fresh, late]);
  // A proxy whose server is gone answers in its place.
  if (answer && answer.status < 500) return answer;
  const cache = await caches.open(CACHE);
  return (await cache.match(PAGE)) ?? (await fresh) ?? Response.error();
}

/** Their names change with their content, so that what is kept is what the server has. */
async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}
