import type { Rating } from '../../types.ts';

/** What residents add to the face that they press, by whether something was done or only told. */
export const OPINIONS: Record<'done' | 'told', Record<Rating['score'], readonly string[]>> = {
  done: {
    3: [
      'Très rapide, merci aux agents.',
      'Réparé en deux jours, bravo !',
      'Équipe aimable et efficace. Merci.',
      'Parfait.',
      'Je ne pensais pas que ce serait si vite fait. Merci beaucoup.',
      'Bon travail, et bonne information tout du long.',
    ],
    2: [
      'C’est fait, mais il a fallu attendre.',
      'Réparation correcte, le trottoir reste sale.',
      'Bien, mais j’aurais aimé être prévenu du jour de passage.',
      'C’est mieux. Reste à savoir si cela tiendra.',
    ],
    1: [
      'Trop long. J’ai dû relancer plusieurs fois.',
      'Le travail a été bâclé.',
      'C’est à refaire, le problème revient à chaque pluie.',
      'Fait à moitié, et personne n’a prévenu les riverains.',
    ],
  },
  told: {
    3: [
      'Réponse claire, merci.',
      'Merci pour ces explications.',
      'Réponse rapide et polie.',
      'Je comprends mieux, merci.',
    ],
    2: [
      'J’ai compris, mais le problème reste entier.',
      'Réponse un peu générale.',
      'Merci de la réponse. J’espère que le propriétaire bougera.',
    ],
    1: [
      'On me renvoie vers quelqu’un d’autre, comme toujours.',
      'Réponse toute faite, personne n’est venu voir.',
      'Je ne suis pas d’accord avec cette décision.',
      'Toujours pas de solution.',
    ],
  },
};
