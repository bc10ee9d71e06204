/**
 * The one text of a JSON value: keys in order, no white space, numbers as ECMAScript writes them.
 *
 * @param value - plain JSON; `undefined` members are left out
 * @see {@link https://www.rfc-editor.org/rfc/rfc8785} JSON Canonicalization Scheme
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    // By UTF-16 code units (RFC 8785 §3.2.3): the order of JavaScript's own comparison.
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
