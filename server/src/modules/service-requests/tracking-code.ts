import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a code survives a telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/**
 * What a resident keeps to follow a request without an account, e.g. `K7QM-2X9D`.
 *
 * 40 random bits: at ten guesses a second against a million requests, one hit in 30 hours of
 * guessing shows a public page that holds no personal data; the gate's rate limit does the rest.
 *
 * @see {@link https://www.crockford.com/base32.html}
 */
export function newTrackingCode(): string {
  const bytes = randomBytes(LENGTH);
  const symbols = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}

/**
 * Reads a code as people type it: any case, with or without hyphen or spaces, O for 0, I or L for 1.
 *
 * @returns the code as it is stored, or `undefined` when the text is no code
 */
export function parseTrackingCode(text: string): string | undefined {
  const symbols = text
    .toUpperCase()
    .replace(/[\s\-–]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (symbols.length !== LENGTH || ![...symbols].every((symbol) => ALPHABET.includes(symbol))) {
    return undefined;
  }
  return `${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}
