import { wordsOf } from '../search/words.ts';
import { OTHER_OWNERS } from './holding.ts';

/** An organization of the territory, as far as owners need it. */
export interface PossibleOwner {
  code: string;
  name: string;
}

/** INSEE code of a commune or a département. */
const INSEE = /^(\d{5}|2[AB]\d{3}|\d{2,3}|2[AB])$/;

/**
 * Who owns: an organization of the territory by its name or code, the State, a private person
 * (never named), or whoever has a SIREN or an INSEE code elsewhere.
 *
 * @returns its code, or `undefined` when it is nobody that we can tell
 */
export function readOwner(
  text: string,
  organizations: readonly PossibleOwner[],
): string | undefined {
  const plain = text.trim();
  const key = keyOf(plain);
  const ours = organizations.find(({ code, name }) => code === plain || keyOf(name) === key);
  if (ours) return ours.code;
  const other = OTHER_OWNERS.find((one) => keyOf(one) === key);
  if (other) return other;
  const code = plain.replaceAll(/\s/g, '').toUpperCase();
  return INSEE.test(code) || isSiren(code) ? code : undefined;
}

const keyOf = (name: string) => wordsOf(name).join(' ');

/** Nine digits whose Luhn sum is a multiple of ten (INSEE). */
function isSiren(code: string): boolean {
  if (!/^\d{9}$/.test(code)) return false;
  const sum = [...code].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
