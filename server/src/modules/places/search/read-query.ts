import { wordsAsTyped, wordsOf } from './words.ts';

/** One way to understand what was typed. */
interface Reading {
  words: string[];
  /** House number as compared, `12bis`; null when none of the words is read as one. */
  number: string | null;
}

export interface Query {
  /** Every way to understand it, at most {@link MOST_READINGS}. */
  readings: Reading[];
  postcode: string | null;
  /** What to look for in the index: names without numbers, unless there is nothing else. */
  text: string;
}

const MOST_WORDS = 12;
const MOST_READINGS = 8;
const NUMBER = /^\d{1,4}([a-z]|bis|ter|quater)?$/;
const SUFFIX = /^(bis|ter|quater|[a-d])$/;

/**
 * Understands an address as people write it: the number first, last or nowhere, a postcode
 * anywhere. « 12 rue du 8 mai 1945 » has three numbers and one house number: each is tried.
 */
export function readQuery(typed: string): Query {
  const words = wordsOf(typed).slice(0, MOST_WORDS);
  const postcode = words.find((word) => /^\d{5}$/.test(word)) ?? null;
  const useful = words.filter((word) => word !== postcode);
  const readings: Reading[] = [{ words: useful, number: null }];
  const asTyped = wordsAsTyped(typed)
    .slice(0, MOST_WORDS)
    .filter((word) => word !== postcode);
  if (asTyped.at(-1) !== useful.at(-1)) readings.push({ words: asTyped, number: null });
  for (const [index, word] of useful.entries()) {
    if (!NUMBER.test(word) || useful.length === 1) continue;
    const next = useful[index + 1];
    const suffix = next !== undefined && /^\d+$/.test(word) && SUFFIX.test(next) ? next : '';
    const rest = useful.toSpliced(index, suffix ? 2 : 1);
    if (rest.length > 0) readings.push({ words: rest, number: word + suffix });
  }
  const names = useful.filter((word) => !NUMBER.test(word));
  return {
    readings: readings.slice(0, MOST_READINGS),
    postcode,
    text: (names.length > 0 ? names : useful).join(' '),
  };
}
