import type { Labelled } from '../index.ts';
import { randomFrom } from '../random.ts';

const SAID: Record<string, string[]> = {
  lamp: ['lampadaire éteint', 'plus de lumière', 'ampoule grillée', 'l’éclairage clignote'],
  pothole: ['nid-de-poule', 'trou dans la chaussée', 'goudron défoncé', 'bitume abîmé'],
  dumping: ['matelas abandonné', 'dépôt d’ordures', 'encombrants sur le trottoir', 'vieux meubles'],
};
const AROUND = ['devant chez moi', 'près de l’école', 'depuis une semaine', 'c’est dangereux', ''];

/** Reports that say what they are about, one every hour, the same for the same seed. */
export function makeReports(count: number, seed = 7): Labelled[] {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  return Array.from({ length: count }, (_, hour) => {
    const label = pick(Object.keys(SAID));
    const text = `${pick(SAID[label] as string[])} ${pick(AROUND)} au ${Math.floor(random() * 90)}`;
    return { text, label, at: hour * 3_600_000 };
  });
}
