import { createHash } from 'node:crypto';

/**
 * The same identifier for the same name, always: version 8 of RFC 9562 §5.8, from SHA-256.
 *
 * @param name - whatever makes the thing what it is, its territory included
 */
export function uuidOf(...name: string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(name)).digest('hex');
  const variant = (8 + (Number.parseInt(hex.charAt(16), 16) % 4)).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
