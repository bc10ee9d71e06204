import { defineProblems } from '../../platform/problem/index.ts';

/** Everything that this module may refuse. */
export const problems = defineProblems('open311-client', {
  serverUnusable: {
    status: 422,
    title: {
      fr: 'Ce serveur n’a pas répondu comme attendu',
      en: 'This server did not answer as expected',
    },
  },
});
