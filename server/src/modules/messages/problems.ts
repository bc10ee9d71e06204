import { defineProblems } from '../../platform/problem/index.ts';

/** Everything that this module may refuse. */
export const problems = defineProblems('messages', {
  nothingToPrint: {
    status: 409,
    title: {
      fr: 'Il n’y a pas encore de réponse à imprimer',
      en: 'There is no answer to print yet',
    },
    detail: {
      fr: 'Répondez d’abord à la demande, puis imprimez.',
      en: 'Answer the request first, then print.',
    },
  },
  nobodyToWriteTo: {
    status: 409,
    title: { fr: 'Plus personne à qui écrire', en: 'Nobody to write to any more' },
    detail: {
      fr: 'Les adresses de ces courriers ont été effacées depuis.',
      en: 'The addresses of these letters were erased since.',
    },
  },
});
