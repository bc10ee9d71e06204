/**
 * An address whose path can be decoded: itself, or the same with its percent signs as plain text.
 *
 * A path like `/%zz` names nothing, but it must reach the routes for its refusal to have the form
 * of those that it was meant for (RFC 9457, Open311 …) instead of the HTTP library's own.
 */
export function decodable(url: string): string {
  const [path = '', ...query] = url.split('?');
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll('%', '%25'), ...query].join('?');
  }
}
