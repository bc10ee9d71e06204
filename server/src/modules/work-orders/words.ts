import { PARIS } from '../../platform/clock/index.ts';
import type { Text } from '../../platform/problem/index.ts';
import type { Status } from './model.ts';

/** The status in a sentence about « une intervention ». */
export const STATE_WORDS: Record<Status, Text> = {
  planned: { fr: 'planifiée', en: 'planned' },
  started: { fr: 'en cours', en: 'under way' },
  completed: { fr: 'terminée', en: 'completed' },
  failed: { fr: 'non réalisée', en: 'not done' },
  cancelled: { fr: 'annulée', en: 'cancelled' },
};

const spoken = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: PARIS });
const french = spoken('fr-FR');
const english = spoken('en-GB');

/** An instant as one says it: « le 24 novembre 2026 à 14:05 ». */
export function spokenTime(at: Date): Text {
  return { fr: `le ${french.format(at)}`, en: `on ${english.format(at)}` };
}

/** What became of pictures that came too late. */
export function keptPhotos(count: number): Text {
  if (count === 0) return { fr: 'Votre envoi n’a rien changé.', en: 'Nothing was changed.' };
  if (count === 1) {
    return { fr: 'Votre photo y a été ajoutée.', en: 'Your photo was added to it.' };
  }
  return { fr: `Vos ${count} photos y ont été ajoutées.`, en: `Your ${count} photos were added.` };
}
