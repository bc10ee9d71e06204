import { defineProblems } from '../../platform/problem/index.ts';

/** Everything that this module may refuse. */
export const problems = defineProblems('open311-client', {
  noEncryptionKey: {
    status: 422,
    title: {
      fr: 'Cette clé ne peut pas encore être gardée en sûreté',
      en: 'This key cannot be kept safely yet',
    },
    detail: {
      fr: 'Demandez à la personne qui a installé Cantonnier de régler ENCRYPTION_KEY (guide « configuration »), puis recommencez. Un serveur qui ne demande pas de clé peut être enregistré dès maintenant.',
      en: 'Ask whoever installed Cantonnier to set ENCRYPTION_KEY (guide “configuration”), then try again. A server that asks for no key can be registered now.',
    },
  },
  serverUnusable: {
    status: 422,
    title: {
      fr: 'Ce serveur n’a pas répondu comme attendu',
      en: 'This server did not answer as expected',
    },
  },
});
