/** Combining marks, as `normalize('NFD')` sets accents apart. */
const ACCENTS = /\p{Mark}/gu;

/** A text without capitals or accents, its ligatures undone: how people type what they look for. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'");
}

/** Whether each word of what was typed begins a word of a text, in any order: « eclai pub ». */
export function beginsWords(typed: string, text: string): boolean {
  const heads = words(text);
  return words(typed).every((word) => heads.some((head) => head.startsWith(word)));
}

const words = (text: string) => fold(text).match(/[\p{Letter}\p{Number}]+/gu) ?? [];
