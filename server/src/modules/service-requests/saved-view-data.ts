import { addressesOf, type PersonalData } from '../../platform/personal-data/index.ts';
import { deleteViewsAbout } from './saved-view-store.ts';

/** Searches that agents keep: of agents, and about whom they searched for. */
export const savedViewData: PersonalData = {
  declaration: {
    code: 'saved-views',
    name: 'Vues enregistrées',
    purpose: 'Retrouver d’un geste une recherche faite souvent.',
    legalBasis: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
    people: 'Agents ; habitants, si une recherche les nomme',
    data: [
      {
        kind: 'Auteur, nom et termes de la recherche',
        columns: ['saved_view.account_id', 'saved_view.name', 'saved_view.query'],
      },
    ],
    recipients: 'Son auteur, et ses collègues s’il la partage',
    retention: null,
    since: 'Jusqu’à ce que son auteur l’oublie.',
    erasure: {
      goes: 'Les vues qui cherchent l’adresse ou le numéro de la personne.',
      stays: 'Les autres vues.',
    },
  },
  async erase(_platform, tx, territoryId, subject) {
    const views = await deleteViewsAbout(tx, territoryId, addressesOf(subject));
    return { counts: { views }, documents: [] };
  },
};
