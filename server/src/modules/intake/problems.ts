import { defineProblems } from '../../platform/problem/index.ts';

/** Everything that this module may refuse. */
export const problems = defineProblems('intake', {
  alreadyDecided: {
    status: 409,
    title: { fr: 'Ce message est déjà traité', en: 'This message was dealt with already' },
    detail: {
      fr: 'Une demande en est née, ou il a rejoint une demande. Rechargez la page.',
      en: 'It became a request, or joined one. Reload the page.',
    },
  },
  unknownRequest: {
    status: 422,
    title: { fr: 'Aucune demande ne porte ce code', en: 'No request has this code' },
    detail: {
      fr: 'Vérifiez le code : huit lettres et chiffres, par exemple K7QM-2X9D.',
      en: 'Check the code: eight letters and digits, for example K7QM-2X9D.',
    },
  },
  notAScan: {
    status: 415,
    title: { fr: 'Ce fichier n’est pas un courrier numérisé', en: 'This file is not a scan' },
    detail: {
      fr: 'Envoyez un PDF, ou une image JPEG, PNG ou WebP.',
      en: 'Send a PDF, or a JPEG, PNG or WebP image.',
    },
  },
  tooManyScans: {
    status: 422,
    title: { fr: 'Ce courrier a trop de pages séparées', en: 'This letter has too many files' },
    detail: {
      fr: '{most} fichiers au plus : réunissez les pages en un PDF.',
      en: '{most} files at most: join the pages in one PDF.',
    },
  },
  badNumber: {
    status: 422,
    title: { fr: 'Ce numéro n’en est pas un', en: 'This is not a number' },
    detail: {
      fr: 'Le numéro de l’expéditeur doit être au format international (E.164).',
      en: 'The sender’s number must be in international form (E.164).',
    },
  },
});
