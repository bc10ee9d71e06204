import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { explain } from '#lib/api/problem.ts';
import { chooseLang } from '#lib/i18n/lang.ts';

/** Gives each page its language, and the name by which the log knows the request. */
export const handle: Handle = ({ event, resolve }) => {
  const { headers } = event.request;
  event.locals.lang = chooseLang(event.cookies.get('lang'), headers.get('accept-language'));
  event.locals.requestId = headers.get('x-request-id') ?? crypto.randomUUID();
  return resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.lang),
  });
};

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
