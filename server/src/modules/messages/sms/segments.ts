/** The basic set of GSM 03.38 (3GPP TS 23.038 §6.2.1): one septet each. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Its extension (§6.2.1.1): two septets each. */
const EXTENDED = '\f^{}\\[~]|€';

export interface SmsSize {
  encoding: 'gsm7' | 'ucs2';
  /** How many messages the operator counts. */
  segments: number;
}

/**
 * How a text is carried, and as how many messages: 160 septets, or 153 in each part of a long one;
 * 70 or 67 UTF-16 units as soon as one character is not in the GSM set (« ê », « ç », an emoji).
 */
export function sizeOf(text: string): SmsSize {
  let septets = 0;
  for (const character of text) {
    if (BASIC.includes(character)) septets += 1;
    else if (EXTENDED.includes(character)) septets += 2;
    else return { encoding: 'ucs2', segments: parts(text.length, 70, 67) };
  }
  return { encoding: 'gsm7', segments: parts(septets, 160, 153) };
}

const parts = (units: number, alone: number, each: number) =>
  units <= alone ? 1 : Math.ceil(units / each);

/**
 * The same words with the punctuation of typewriters, when that lets the whole text be carried in
 * the GSM set: « ’ » costs as much as half the message. No letter changes: an accent is spelling.
 */
export function cheapest(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[’‘]/g, "'")
    .replace(/[«»“”]\u00a0?/g, '"')
    .replace(/\u00a0"/g, '"')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[–—]/g, '-')
    .replaceAll('…', '...')
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE');
  return sizeOf(plain).encoding === 'gsm7' ? plain : text;
}
