import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** A secret of somebody else's, fit to be stored. */
const MARK = 'sealed';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals a secret with the first of the keys, by AES-256-GCM under a fresh nonce of 96 bits.
 *
 * @param keys - of 32 bytes each, the one in use first
 * @param place - where it will be stored; moved elsewhere, it does not open
 * @returns `sealed:<key>:<nonce, text and tag in base64url>`
 * @see {@link https://csrc.nist.gov/pubs/sp/800/38/d/final NIST SP 800-38D}
 */
export function sealSecret(keys: readonly Buffer[], secret: string, place: string): string {
  const [key] = keys;
  if (!key) throw new Error('No key to seal with');
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([iv, cipher.update(secret, 'utf8'), cipher.final()]);
  const whole = Buffer.concat([sealed, cipher.getAuthTag()]);
  return `${MARK}:${nameOf(key)}:${whole.toString('base64url')}`;
}

/** Opens what {@link sealSecret} sealed; undefined when none of the keys does. */
export function openSecret(
  keys: readonly Buffer[],
  sealed: string,
  place: string,
): string | undefined {
  const [mark, name, content = ''] = sealed.split(':');
  const key = keys.find((one) => nameOf(one) === name);
  const bytes = Buffer.from(content, 'base64url');
  if (mark !== MARK || !key || bytes.length < IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    const opened = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
    return Buffer.concat([opened, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** Whether it is sealed, and with the key in use: else it is to be sealed anew. */
export function isSealedWith(keys: readonly Buffer[], stored: string): boolean {
  return keys[0] !== undefined && stored.startsWith(`${MARK}:${nameOf(keys[0])}:`);
}

/** Whether it is sealed, with whatever key. */
export const isSealed = (stored: string) => stored.startsWith(`${MARK}:`);

/** What tells keys apart without telling anything of them. */
const nameOf = (key: Buffer) =>
  createHash('sha256').update('cantonnier').update(key).digest('hex').slice(0, 8);
