import { findAll, type Span } from './span.ts';

/** SIV plates since 2009: two letters, three digits, two letters; never I, O nor U, nor SS. */
const SIV =
  /(?<![\p{L}\d])[A-HJ-NP-TV-Z]{2}\s?[-–.·]?\s?\d{3}\s?[-–.·]?\s?[A-HJ-NP-TV-Z]{2}(?![\p{L}\d])/giu;
/** FNI plates before: up to four digits, up to three letters, the département. */
const FNI =
  /(?<![\p{L}\d-])\d{1,4}\s?[-–]?\s?([A-HJ-NP-TV-Z]{2,3})\s?[-–]?\s?(?:0[1-9]|[1-8]\d|9[0-5]|2[AB]|97[1-6])(?![\p{L}\d])/gu;
/** What stands between two numbers without being a plate (« 12 BIS 69 », « 3 KM 20 »). */
const NO_PLATE = new Set(
  'BIS TER RUE BUS CM MM KM HA PL AV BD RD RN VC CD LE LA ET EN AU DE ZA MN SEC CHE ALL PK PM AM TAG NB'.split(
    ' ',
  ),
);
/** ISO 13616, the French form: FR, two check digits, 23 letters and digits. */
const IBAN = /(?<![\p{L}\d])[A-Z]{2}\s?\d{2}(?:[\s-]?[A-Z\d]){11,30}(?![\p{L}\d])/giu;
const CARD = /(?<![\d])\d(?:[\s-]?\d){12,18}(?![\d])/gu;
/** NIR: sex, year, month, département, commune, order, and its key or not (INSEE). */
const NIR =
  /(?<![\d])[12]\s?\d{2}\s?(?:0[1-9]|1[0-2]|[2-9]\d)\s?(?:\d{2}|2[ABab])\s?\d{3}\s?\d{3}(?:\s?\/?\s?\d{2})?(?![\d])/gu;
/** Our own tracking code is a secret of its holder. */
const TRACKING = /(?<![\p{L}\d-])[\dA-HJ-NP-TV-Z]{4}[-–][\dA-HJ-NP-TV-Z]{4}(?![\p{L}\d-])/giu;
const BORN =
  /n[ée]e?\(?e?\)?\s+(?:le\s+)?(\d{1,2}(?:er)?[\s./-]+(?:\d{1,2}|\p{L}{3,9})[\s./-]+(?:19|20)?\d{2})(?!\d)/dgiu;

/** Numbers that lead to one person or to their money. */
export function findNumbers(text: string): Span[] {
  return [
    ...findAll(text, 'social-security', NIR),
    ...findAll(text, 'iban', IBAN, isIban),
    ...findAll(text, 'card', CARD, isLuhn),
    ...findAll(text, 'plate', SIV, isSiv),
    ...findAll(text, 'plate', FNI, (_, match) => !NO_PLATE.has(match[1] ?? '')),
    ...findAll(text, 'code', TRACKING, (code) => /\d/.test(code) && /\p{L}/u.test(code)),
    ...findAll(text, 'birth', BORN),
  ];
}

/** In lower case and without hyphens « de 100 km » would be a plate: one of the two must show. */
function isSiv(found: string): boolean {
  return (
    /^[A-Z]+.*[A-Z]+$/.test(found) || /[-–.]/.test(found) || /^[a-z]{2}\d{3}[a-z]{2}$/.test(found)
  );
}

/** ISO 7064 mod 97-10; a French one whose check fails is masked all the same: it was meant as one. */
function isIban(found: string): boolean {
  const compact = found.replace(/[\s-]/g, '').toUpperCase();
  if (/^FR\d{2}[A-Z\d]{23}$/.test(compact)) return true;
  const digits = `${compact.slice(4)}${compact.slice(0, 4)}`.replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** ISO/IEC 7812-1, annex B. */
function isLuhn(found: string): boolean {
  const digits = found.replace(/\D/g, '').split('').map(Number).reverse();
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 && new Set(digits).size > 1;
}
