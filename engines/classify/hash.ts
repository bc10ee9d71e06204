const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * FNV-1a over the UTF-16 units of a part of a text, 32 bits, unsigned.
 *
 * @param seed - the hash of what stands before: kinds of feature never meet
 * @see {@link http://www.isthe.com/chongo/tech/comp/fnv/}
 */
export function hash(text: string, seed = OFFSET, from = 0, to = text.length): number {
  let value = seed;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), PRIME);
  return value >>> 0;
}
