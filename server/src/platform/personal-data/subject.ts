import { toE164 } from '../phone/index.ts';

/** Somebody, as the ways in which they can be reached, or their requests, tell who it is. */
export interface Subject {
  /** All of theirs, in lower case. */
  emails: readonly string[];
  /** E.164 where they can be read so, else as they were typed. */
  phones: readonly string[];
  /** Requests that a person recognised as theirs: of whoever gave neither address nor number. */
  requestIds: readonly string[];
  /**
   * Of what is held under these addresses, numbers and requests, the items that are theirs; null for
   * all. An address or a number may be shared: whoever answers tells apart what belongs to whom.
   */
  only: ReadonlySet<string> | null;
}

/** Of what was found of somebody, what is theirs. */
export const ownItems = <Item extends { id: string }>(
  { only }: Pick<Subject, 'only'>,
  items: readonly Item[],
): Item[] => items.filter(({ id }) => only === null || only.has(id));

/** What a person typed, brought to the forms in which addresses and numbers are kept. */
export function readSubject(given: {
  emails?: readonly string[];
  phones?: readonly string[];
  requestIds?: readonly string[];
  itemIds?: readonly string[];
}): Subject {
  const typed = (words: readonly string[] = []) => words.map((one) => one.trim()).filter(Boolean);
  return {
    emails: [...new Set(typed(given.emails).map((email) => email.toLowerCase()))],
    phones: [...new Set(typed(given.phones).map((phone) => toE164(phone) ?? phone))],
    requestIds: given.requestIds ?? [],
    only: given.itemIds ? new Set(given.itemIds) : null,
  };
}

/** The ways in which somebody can be reached. */
export const addressesOf = ({ emails, phones }: Pick<Subject, 'emails' | 'phones'>): string[] => [
  ...emails,
  ...phones,
];

/** Where somebody was seen, by what was searched for. */
export interface Sighting {
  name: string | null;
  email: string | null;
  phone: string | null;
  /** The request in which, for whoever gave neither. */
  requestId: string | null;
  /** In French, e.g. « Demande ABCD-1234, Nid-de-poule ». */
  what: string;
  at: Date;
}

/** What an administrator typed to find somebody: parts of a name, an address or a number. */
export interface Sought {
  /** Whole and trimmed. */
  words: string;
  /** Digits of a number as it is kept; null when the words are none. */
  digits: string | null;
}

const LEAST_DIGITS = 4;

export function readSought(words: string): Sought {
  const e164 = toE164(words);
  const digits = words.replaceAll(/[^\d]/g, '');
  const isNumber = /^[\d\s.+()-]+$/.test(words.trim()) && digits.length >= LEAST_DIGITS;
  return { words: words.trim(), digits: e164 ?? (isNumber ? digits.replace(/^0+/, '') : null) };
}
