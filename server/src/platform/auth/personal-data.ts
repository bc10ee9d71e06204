import type { PersonalData } from '../personal-data/index.ts';

/** Accounts of agents: their administrator ends them, and what they did stays under their name. */
export const accountData: PersonalData = {
  declaration: {
    code: 'accounts',
    name: 'Comptes des agents',
    purpose: 'Savoir qui agit, et au nom de quel organisme.',
    legalBasis: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
    people: 'Agents et élus',
    data: [
      { kind: 'Nom et adresse professionnelle', columns: ['account.email', 'account.name'] },
      { kind: 'Auteur de chaque acte', columns: ['event.actor_name', 'event.actor_id'] },
    ],
    recipients: 'Administrateurs de l’organisme',
    retention: null,
    since: 'fermé par l’administrateur ; l’auteur d’un acte reste au journal',
  },
};
