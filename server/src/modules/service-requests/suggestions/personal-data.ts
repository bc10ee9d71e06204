import type { PersonalData } from '../../../platform/personal-data/index.ts';

/** Learnt anew, and the older versions forgotten, whenever somebody is erased: see `erase` of requests. */
export const classifierData: PersonalData = {
  declaration: {
    code: 'suggestions',
    name: 'Suggestion de la prestation',
    purpose: 'Proposer la prestation qui convient, d’après les mots des demandes déjà triées.',
    legalBasis: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
    people: 'Personnes qui signalent',
    data: [
      {
        kind: 'Mots et suites de mots des récits, sans leur auteur ni leur texte',
        columns: ['service_classifier.model'],
      },
    ],
    recipients: 'Aucun : seul le programme s’en sert, et une personne décide.',
    retention: null,
    since:
      'Aussi longtemps que les demandes dont il est appris : il l’est de nouveau dès qu’elles sont effacées ou anonymisées.',
    erasure: {
      goes: 'Ce qui a été appris des mots de cette personne : le modèle est refait sans eux.',
      stays: 'Rien.',
    },
  },
};
