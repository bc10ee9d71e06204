import { defineProblems } from '../../platform/problem/index.ts';

/** Everything that this module may refuse. */
export const problems = defineProblems('reply-templates', {
  unsoundTemplate: {
    status: 422,
    title: { fr: 'Cette réponse type est à corriger', en: 'This reply template needs fixing' },
    detail: {
      fr: 'Une variable s’écrit entre accolades, avec un nom de la liste. Une accolade elle-même s’écrit double.',
      en: 'A variable is written in braces, with a name of the list. A brace itself is written twice.',
    },
  },
  unknownOrganization: {
    status: 422,
    title: { fr: 'Cet organisme n’existe pas ici', en: 'This organization does not exist here' },
  },
  unknownRequest: {
    status: 422,
    title: { fr: 'Cette demande n’existe pas', en: 'No such request' },
    detail: {
      fr: 'Choisissez une demande que vous pouvez lire.',
      en: 'Choose a request that you may read.',
    },
  },
  unknownVersion: {
    status: 422,
    title: { fr: 'Cette version n’existe pas', en: 'There is no such version' },
  },
});
