import { immutable } from '$app/manifest';
import { self } from '$app/service-worker';

/**
 * Lets the field face open without network. It keeps the shells of its screens and the files they
 * name, of one build; all data go through the page, which keeps them in IndexedDB.
 *
 * A new version is fetched aside and waits: it takes over when the application is opened again,
 * never under the hands of somebody at work.
 */

/** Every screen, by an address that shows its shell; a shell holds no data. */
const SCREENS: readonly [shell: string, RegExp][] = [
  ['/terrain/intervention/x', /^\/terrain\/intervention\/[^/]+$/],
  ['/terrain/connexion', /^\/terrain\/connexion$/],
  ['/terrain/envois', /^\/terrain\/envois$/],
  ['/terrain/telephone', /^\/terrain\/telephone$/],
  ['/terrain', /^\/terrain\/?$/],
];

const built = new Set(immutable.map(({ path }) => new URL(path, self.location.origin).pathname));

/** The entry's name holds the hash of all that it leads to: one name, one build. */
const entry = [...built].find((path) => path.includes('/entry/app.')) ?? '';
const CACHE = `field ${entry}`;

self.addEventListener('install', (event) => event.waitUntil(keepShells()));

self.addEventListener('activate', (event) => event.waitUntil(forgetOlderBuilds()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    const shell = SCREENS.find(([, pattern]) => pattern.test(url.pathname))?.[0];
    if (shell) event.respondWith(keptOrFetched(shell, request));
  } else if (built.has(url.pathname) || KEPT_STATIC.has(url.pathname)) {
    event.respondWith(keptOrFetched(url.pathname, request));
  }
});

/** Not built, yet part of the application on the home screen. */
const KEPT_STATIC = new Set(['/terrain.webmanifest', '/icons/field-192.png', '/favicon.svg']);

/** All or nothing: a version that could not be kept whole is fetched again another time. */
async function keepShells(): Promise<void> {
  const cache = await caches.open(CACHE);
  const files = new Set<string>();
  for (const [address] of SCREENS) {
    const answer = await fetch(address, { cache: 'reload' });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const html = await answer.clone().text();
    for (const path of filesIn(html, address)) files.add(path);
    await cache.put(address, answer);
  }
  // A server in the middle of an update may answer with another build's shells.
  if (!files.has(entry)) throw new Error('the shells are of another build');
  await cache.addAll([...files, ...KEPT_STATIC]);
  await cache.addAll(await typefaces(cache, [...files]));
}

/** The built files that a text names by relative or absolute address. */
function filesIn(text: string, base: string): string[] {
  const names = text.matchAll(/(?:href="|import\("|url\("?)([^")]+)/g);
  const paths = [...names].map(([, name]) => new URL(name ?? '', self.location.origin + base));
  return [...new Set(paths.map(({ pathname }) => pathname))].filter((path) => built.has(path));
}

async function typefaces(cache: Cache, files: string[]): Promise<string[]> {
  const sheets = files.filter((path) => path.endsWith('.css'));
  const texts = await Promise.all(
    sheets.map(async (path) => filesIn((await (await cache.match(path))?.text()) ?? '', path)),
  );
  return [...new Set(texts.flat())];
}

async function keptOrFetched(address: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}

async function forgetOlderBuilds(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith('field ') && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}
