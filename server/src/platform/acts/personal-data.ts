import type { PersonalData } from '../personal-data/index.ts';

/** Answers kept for a repetition, and nothing else: they are forgotten within three days. */
export const repetitionData: PersonalData = {
  declaration: {
    code: 'repetitions',
    name: 'Réponses gardées pour une répétition',
    purpose: 'Ne pas faire deux fois ce qui est envoyé deux fois, quand le réseau est mauvais.',
    legalBasis: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
    people: 'Personnes qui signalent et agents',
    data: [
      {
        kind: 'Auteur de l’envoi, empreinte de l’envoi et réponse donnée',
        columns: [
          'idempotency_key.actor',
          'idempotency_key.key',
          'idempotency_key.fingerprint',
          'idempotency_key.result',
        ],
      },
    ],
    recipients: 'Aucun : seul le programme s’en sert.',
    retention: null,
    since: 'Deux jours ; ce qui est plus ancien est effacé chaque nuit.',
    erasure: null,
  },
};
