import type { PersonalData } from '../../platform/personal-data/index.ts';

/** What another program answered about a request that was passed on to it. */
export const personalData: PersonalData = {
  declaration: {
    code: 'open311-client',
    name: 'Demandes transmises à un autre service',
    purpose:
      'Confier une demande au logiciel de l’organisme compétent, et suivre ce qu’il en fait.',
    legalBasis: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
    people: 'Personnes qui signalent',
    data: [
      {
        kind: 'Réponses de l’autre service, si elles nomment quelqu’un',
        columns: ['open311_relay.their_notes', 'open311_relay.last_error'],
      },
    ],
    recipients: 'L’organisme dont c’est le serveur ; il tient son propre registre.',
    retention: null,
    since: 'Aussi longtemps que la demande.',
    erasure: null,
  },
};
