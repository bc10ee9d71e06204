import { error, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { explain } from '#lib/api/problem.ts';
import { readTerritory } from '#lib/api/territory.ts';
import { frenchSpaces } from '#lib/i18n/french-spaces.ts';
import { chooseLang, isLang, type Lang } from '#lib/i18n/lang.ts';
import { allowTiles } from '#lib/map/allow-tiles.ts';

/** A style may have a nonce too. */
const WITH_SCRIPT = /script-src[^;]*'nonce-/;
const YEAR_IN_SECONDS = 365 * 24 * 3600;

/** Gives each page its language, and the name by which the log knows the request. */
export const handle: Handle = async ({ event, resolve }) => {
  const { headers } = event.request;
  event.locals.lang = readerLang(event);
  event.locals.requestId = headers.get('x-request-id') ?? crypto.randomUUID();
  refuseForeignForm(event);
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => finish(html, event.locals.lang),
  });
  const policy = response.headers.get('content-security-policy');
  // Only pages with a script may show a map with tiles.
  if (policy && WITH_SCRIPT.test(policy)) {
    response.headers.set('content-security-policy', allowTiles(policy, await tilesUrl(event)));
  }
  return response;
};

/** Where the base map's tiles come from, when the town chose someone else's. */
async function tilesUrl(event: RequestEvent): Promise<string | undefined> {
  // A shell must open even while the API cannot answer: it then shows our own map, or says so.
  const territory = await readTerritory(event).catch(() => undefined);
  return territory?.basemap.kind === 'tiles' ? territory.basemap.url : undefined;
}

/** Says the language, and sets French as it is printed wherever no script will take the page over. */
function finish(html: string, lang: Lang): string {
  const page = html.replace('%lang%', lang);
  return lang === 'fr' && !page.includes('<script') ? frenchSpaces(page) : page;
}

/** The reader's choice by `?lang=` is kept in a cookie: the only one that the portal sets. */
function readerLang({ url, cookies, request }: RequestEvent): Lang {
  const chosen = url.searchParams.get('lang');
  if (isLang(chosen)) {
    // Not secret, and kept by a town hall's plain-HTTP trial as well.
    cookies.set('lang', chosen, { path: '/', maxAge: YEAR_IN_SECONDS, secure: false });
    return chosen;
  }
  return chooseLang(cookies.get('lang'), request.headers.get('accept-language'));
}

/**
 * Refuses a form that another site sends in the reader's name. The scheme is left out of the
 * comparison: behind a proxy that carries HTTPS, the program itself hears plain HTTP.
 *
 * @see {@link https://words.filippo.io/csrf/} same reasoning as Go's `http.CrossOriginProtection`
 */
function refuseForeignForm({ request, locals }: RequestEvent): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const ours = site
    ? site === 'same-origin' || site === 'none'
    : !origin || URL.parse(origin)?.host === request.headers.get('host');
  if (!ours) error(403, { message: explain(403, undefined, locals.lang), lang: locals.lang });
}

/**
 * Errors that our pages raise already speak plainly; the framework's are translated; the unknown are
 * opaque to the outside and whole in the log.
 */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const { lang, requestId } = event.locals;
  if (kind === 'app') return { lang };
  if (kind === 'unknown') console.error({ requestId, path: event.url.pathname, error });
  const status = kind === 'unknown' ? 500 : error.status;
  return { message: explain(status, undefined, lang), requestId, lang };
};
