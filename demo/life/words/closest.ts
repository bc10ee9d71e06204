import type { Random } from '../../core/random.ts';
import type { ServiceWords } from './service-words.ts';

/** Says how it ended in words that fit what was asked. */
export function closest(
  random: Random,
  words: ServiceWords,
  list: 'outcomes' | 'done' | 'answers',
  description: string,
): string {
  const wordings = words[list];
  if (!words.mixed) return random.pick(wordings);
  const asked = ` ${plain(description).replace(/[^a-z]+/g, ' ')}`;
  const fitting = wordings.filter((wording) =>
    stemsOf(wording).some((stem) => asked.includes(` ${stem}`)),
  );
  return fitting.length > 0 ? random.pick(fitting) : (wordings[0] as string);
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

const known = new Map<string, string[]>();

/** Beginnings of the nouns of a wording: the first words that say what it is about. */
function stemsOf(wording: string): string[] {
  const stems =
    known.get(wording) ??
    (plain(wording).match(/[a-z]{4,}/g) ?? [])
      .filter((word) => !EMPTY.test(word))
      .map((word) => word.slice(0, 5));
  known.set(wording, stems);
  return stems;
}

/** Words that any answer may have, and that tell nothing. */
const EMPTY =
  /^(vous|votre|vos|avec|sans|pour|dans|leur|elle|nous|notre|sont|sera|cette|etait|fait|faite|place|plus|merci|jour|jours|semaine|mois|equipe|equipes|ville|rue|prevu|prevenu|prevenue|reparee?|remplacee?|change|nouveau|quand|toute?s?|deux|trois|ecrit|demande|passage|mairie|reponse|police|municipale|prochain|lieu|bien|entre|heures?|contre|apres|cinq|proprietaire|propre)$/;
