/** What people write for long words on envelopes; keys are folded. */
const ABBREVIATIONS: Record<string, string> = {
  r: 'rue',
  av: 'avenue',
  ave: 'avenue',
  bd: 'boulevard',
  bld: 'boulevard',
  blvd: 'boulevard',
  boul: 'boulevard',
  pl: 'place',
  imp: 'impasse',
  ch: 'chemin',
  che: 'chemin',
  chem: 'chemin',
  all: 'allee',
  sq: 'square',
  rte: 'route',
  crs: 'cours',
  pass: 'passage',
  prom: 'promenade',
  esp: 'esplanade',
  fg: 'faubourg',
  fbg: 'faubourg',
  res: 'residence',
  lot: 'lotissement',
  st: 'saint',
  ste: 'sainte',
  gal: 'general',
  gen: 'general',
  mal: 'marechal',
  dr: 'docteur',
  pdt: 'president',
  cdt: 'commandant',
  col: 'colonel',
  lt: 'lieutenant',
  prof: 'professeur',
};

/** Words that nobody is sure about. */
const SMALL_WORDS = new Set([
  'de',
  'du',
  'des',
  'd',
  'la',
  'le',
  'les',
  'l',
  'et',
  'a',
  'au',
  'aux',
  'en',
  'sur',
]);

/** What a street is, rather than its name: a slip there must not hide the street. */
export const STREET_TYPES = new Set([
  'rue',
  'avenue',
  'boulevard',
  'place',
  'impasse',
  'chemin',
  'allee',
  'square',
  'route',
  'cours',
  'passage',
  'promenade',
  'esplanade',
  'faubourg',
  'quai',
  'pont',
  'sentier',
  'ruelle',
  'venelle',
  'residence',
  'lotissement',
  'rond',
  'point',
]);

/**
 * A text as the search compares it: without case, accents, punctuation, small words;
 * abbreviations written out. « Bd. de l’Église » gives `boulevard`, `eglise`.
 */
export function wordsOf(text: string): string[] {
  const folded = foldedWords(text);
  const large = folded.filter((word) => !SMALL_WORDS.has(word));
  return (large.length > 0 ? large : folded).map((word) => ABBREVIATIONS[word] ?? word);
}

/** The same, with the last word as it was typed: « all » may be « allée » or begin « Allende ». */
export function wordsAsTyped(text: string): string[] {
  const last = foldedWords(text).at(-1);
  const words = wordsOf(text);
  return last === undefined || SMALL_WORDS.has(last) ? words : [...words.slice(0, -1), last];
}

/** « 12 Bis », « 12bis » and « 12-bis » are one number. */
export function numberKey(number: string): string {
  return foldedWords(number).join('');
}

/** Lower case, without accents: « Église » and « EGLISE » are one. */
export function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
}

function foldedWords(text: string): string[] {
  return plain(text)
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
