import type { Random } from '../../core/random.ts';

/** Slips of hurried thumbs and of people who were never told: each leaves the text readable. */
const SLIPS: readonly ((text: string) => string)[] = [
  (text) => text.normalize('NFD').replace(/\p{Diacritic}/gu, ''),
  (text) => text.replaceAll('lampadaire', 'lampadère'),
  (text) => text.replaceAll('trottoir', 'trotoir'),
  (text) => text.replaceAll('C’est', 'Sa').replaceAll('c’est', 'ces'),
  (text) => text.replace(/\bdangereux\b/g, 'dangeureux'),
  (text) => text.replaceAll('quelqu’un', 'quelquun').replaceAll('qu’', 'que '),
  (text) => text.replace(/(\w)é([ ,.])/g, '$1er$2'),
  (text) => text.replace(/ées?\b/g, 'é'),
  (text) => text.replaceAll('’', ' '),
  (text) => text.replaceAll('poubelle', 'poubele').replaceAll('ballon', 'balon'),
  (text) => text.replaceAll('depuis', 'depui').replaceAll('toujours', 'toujour'),
  (text) => text.replaceAll('sont', 'son'),
  (text) =>
    text.replaceAll('nid-de-poule', 'nid de poul').replaceAll('nids-de-poule', 'nids de poul'),
  (text) => text.replaceAll('enlever', 'enlevé').replaceAll('réparer', 'réparé'),
  (text) => text.toLowerCase(),
  (text) => text.replace(/[.,!?]/g, ''),
  (text) => text.toUpperCase(),
];

/** The text with one slip or two. */
export function misspell(random: Random, text: string): string {
  const once = random.pick(SLIPS)(text);
  return random.chance(0.4) ? random.pick(SLIPS)(once) : once;
}
