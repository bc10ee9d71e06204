/** Lower case without accents, ligatures spelled out: « Élagage » and « elagage » are one. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss');
}

/** Longer than any description that a person reads to its end: the rest says nothing new. */
const MOST_WORDS = 400;
const LONGEST_WORD = 40;
const NUMBER = '#';

/**
 * The words of a text, folded, in their order.
 *
 * An elision is cut from its word (« l’éclairage », « qu'un »), a lone letter says nothing, and all
 * numbers are one: a house number must not be learnt.
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const [word] of foldText(text).matchAll(/\p{L}+|\p{N}+/gu)) {
    if (words.length >= MOST_WORDS) break;
    if (/^\p{N}/u.test(word)) words.push(NUMBER);
    else if (word.length > 1) words.push(word.slice(0, LONGEST_WORD));
  }
  return words;
}
