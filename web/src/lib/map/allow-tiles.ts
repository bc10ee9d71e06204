/** What fetches tiles: MapLibre by `fetch`, then draws them as images. */
const DIRECTIVES = /\b(connect-src|img-src)\b/g;

/**
 * Lets a page's content security policy fetch the tiles of another server.
 *
 * @param url - of the tiles, with `{z}/{x}/{y}`; without one, or unreadable, nothing is allowed
 */
export function allowTiles(policy: string, url: string | undefined): string {
  const origin = url && URL.parse(url)?.origin;
  return origin?.startsWith('https://') ? policy.replace(DIRECTIVES, `$1 ${origin}`) : policy;
}
