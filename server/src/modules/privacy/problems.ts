import { defineProblems } from '../../platform/problem/index.ts';

/** Everything that this module may refuse. */
export const problems = defineProblems('privacy', {
  retentionOutOfBounds: {
    status: 422,
    title: {
      fr: 'Cette durée de conservation n’est pas permise',
      en: 'This retention period is not allowed',
    },
  },
  nobodyNamed: {
    status: 422,
    title: {
      fr: 'Donnez une adresse électronique ou un numéro de téléphone',
      en: 'Give an e-mail address or a telephone number',
    },
  },
});
