import type { ProcessingDeclaration } from '../../../platform/personal-data/index.ts';

export const declaration: ProcessingDeclaration = {
  code: 'service-requests',
  name: 'Demandes des habitants',
  purpose: 'Recevoir une demande, la traiter, y répondre et en rendre compte.',
  legalBasis: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
  people: 'Personnes qui signalent',
  data: [
    {
      kind: 'Nom et coordonnées',
      columns: [
        'service_request.contact_name',
        'service_request.contact_email',
        'service_request.contact_phone',
        'service_request.contact_postal_address',
        'service_request.contact_preference',
      ],
    },
    {
      kind: 'Récit, réponses, avis et paroles',
      columns: [
        'service_request.description',
        'service_request.answers',
        'service_request.search',
        'service_request_rating.comment',
        'service_request_rating.voter',
        'service_request_refusal.note',
        'service_request_word.word',
        'public_copy.text',
        'event.reason',
        'event.data',
      ],
    },
    {
      kind: 'Photos données',
      columns: ['service_request_photo.file_id', 'service_request_media.url'],
    },
    { kind: 'Lieu des faits, sur le domaine public', columns: ['service_request.address'] },
  ],
  recipients: 'Agents de l’organisme compétent ; le public ne lit qu’une copie masquée.',
  retention: { days: 365, least: 90, most: 3650 },
  since: 'la clôture de la demande',
  erasure: {
    goes: 'Nom, coordonnées, récit, réponses, photos données, avis, et les paroles de la personne dans l’histoire de la demande et au journal.',
    stays:
      'La demande elle-même : prestation, lieu, dates, étapes et organisme. Elle ne nomme plus personne, et rend compte de ce qui a été fait.',
  },
};
