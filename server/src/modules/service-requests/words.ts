/**
 * Words as people type them, brought to a form in which they meet: without accents, case, plural
 * or the commonest endings. Pure, and the same for suggestions and for mending a misspelt search.
 */

/** Lower case, without accents: « Élagage » and « elagage » are one. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'oe')
    .replaceAll('æ', 'ae')
    .toLowerCase();
}

/** The words of a text, folded; a word is letters and digits. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const EMPTY = new Set(
  (
    'a ai au aux avec c ca ce ces cette chez d dans de depuis des devant du elle en est et etait ' +
    'il ils j je l la le les leur lui m ma mais me mes mon n ne nos notre nous on ont ou par pas ' +
    'moi plus pour qu que quel qui s sa sans se ses son sont sur t ta te tes toi ton tous tout toute ' +
    'tres trop tu un une vos votre vous y bonjour merci svp fait faire rue avenue place chemin boulevard impasse'
  ).split(' '),
);

const SPAN = new RegExp(
  '\\b(?:\\d+|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|vingt|trente|des|plusieurs|quelques)' +
    '\\s+(?:bons?\\s+|bonnes?\\s+|longs?\\s+|longues?\\s+)?' +
    '(?:minutes?|heures?|h|jours?|nuits?|semaines?|mois|ans?|annees?)\\b',
  'g',
);

/** A text, folded, without how long something has lasted: « depuis trois jours » is about no day. */
export const withoutSpans = (text: string): string => fold(text).replace(SPAN, ' ');

/** Words that carry meaning, each with its stem, in the order of the text. */
export function meaningfulWords(text: string): { word: string; stem: string }[] {
  return wordsOf(text)
    .filter((word) => word.length > 1 && !EMPTY.has(word))
    .map((word) => ({ word, stem: stem(word) }));
}

const ENDINGS =
  /(issements?|issants?|ements?|ations?|ations|ages?|ees?|ants?|euses?|eurs?|es|er|ez|e|s|x)$/;
const SHORTEST_STEM = 3;

/** A light French stem: enough for « éclairage », « éclairer » and « éclairées » to meet. */
export function stem(word: string): string {
  const ending = ENDINGS.exec(word)?.[0] ?? '';
  const cut = word.slice(0, word.length - ending.length);
  return cut.length >= SHORTEST_STEM ? cut : word;
}

/** Shared trigrams over all trigrams, from 0 to 1, as PostgreSQL's pg_trgm counts them. */
export function similarity(a: string, b: string): number {
  return likeness(trigrams(a), trigrams(b));
}

/** {@link similarity} of words whose trigrams are at hand. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const trigram of a) if (b.has(trigram)) shared++;
  return shared / (a.size + b.size - shared);
}

/** The pieces of three letters of a word, its beginning and its end among them. */
export function trigrams(word: string): Set<string> {
  const padded = `  ${word} `;
  const found = new Set<string>();
  for (let start = 0; start + 3 <= padded.length; start++)
    found.add(padded.slice(start, start + 3));
  return found;
}
