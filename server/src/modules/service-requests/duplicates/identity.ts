import type { Answers } from '../answers.ts';
import { fold } from '../words.ts';

/** Questions whose answer names one thing among its likes: « Numéro inscrit sur le mât ». */
const NAMES_A_THING = /(^|[-._])(number|numero|vehicle|plate|asset)$/;
const SHORTEST = 2;

/** What is written on the thing that a report is about, as it can be compared: « L-042 » is « l042 ». */
export function assetsOf(answers: Answers): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [question, answer] of Object.entries(answers)) {
    if (!NAMES_A_THING.test(question) || typeof answer !== 'string') continue;
    const written = fold(answer).replace(/[^\p{L}\p{N}]/gu, '');
    if (written.length >= SHORTEST && /\d/.test(written)) found.add(`${question}:${written}`);
  }
  return found;
}

/** Digits of a French number that tell one line from another, whatever its prefix. */
const LINE_DIGITS = 9;

/** Whoever reported, as far as it can be compared: « +33 6 12… » and « 06 12… » are one. */
export function callerKeys(contact: {
  email: string | null;
  phone: string | null;
}): ReadonlySet<string> {
  const keys = new Set<string>();
  const email = contact.email?.trim().toLowerCase();
  if (email) keys.add(`mail:${email}`);
  const digits = contact.phone?.replace(/\D/g, '') ?? '';
  if (digits.length >= LINE_DIGITS) keys.add(`tel:${digits.slice(-LINE_DIGITS)}`);
  return keys;
}
