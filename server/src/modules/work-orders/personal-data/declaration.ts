import type { ProcessingDeclaration } from '../../../platform/personal-data/index.ts';

export const declaration: ProcessingDeclaration = {
  code: 'work-orders',
  name: 'Interventions',
  purpose: 'Envoyer une équipe au bon endroit, et savoir ce qui a été fait.',
  legalBasis: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
  people: 'Habitants que des consignes peuvent nommer ; passants que des photos peuvent montrer',
  data: [
    {
      kind: 'Consignes et compte rendu, s’ils nomment quelqu’un',
      columns: ['work_order.title', 'work_order.instructions', 'work_order.outcome'],
    },
    { kind: 'Photos prises par l’équipe', columns: ['work_order_photo.file_id'] },
  ],
  recipients: 'L’équipe et les agents de l’organisme compétent',
  retention: { days: 1095, least: 90, most: 3650 },
  since: 'la fin de l’intervention',
  erasure: {
    goes: 'Les noms, adresses et numéros dans les consignes et les comptes rendus.',
    stays:
      'L’intervention, ses dates, son lieu et ses photos, qui montrent un ouvrage : elles prouvent ce qui a été fait.',
  },
};
