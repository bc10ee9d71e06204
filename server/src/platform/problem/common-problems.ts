import { defineProblems } from './define-problems.ts';

/** What any part of the program may answer. */
export const commonProblems = defineProblems('common', {
  malformed: {
    status: 400,
    title: { fr: 'Cette demande est mal formée', en: 'Malformed request' },
  },
  validation: {
    status: 400,
    title: { fr: 'Certains champs sont à corriger', en: 'Some fields need fixing' },
  },
  idempotencyKeyMissing: {
    status: 400,
    title: { fr: 'La clé d’idempotence manque', en: 'Idempotency key missing' },
    detail: {
      fr: 'Ajoutez l’en-tête Idempotency-Key, une valeur unique choisie par votre programme.',
      en: 'Add the header Idempotency-Key, a unique value chosen by your program.',
    },
  },
  unauthenticated: {
    status: 401,
    title: { fr: 'Identifiez-vous pour continuer', en: 'Sign in to continue' },
  },
  forbidden: {
    status: 403,
    title: { fr: 'Vous n’avez pas le droit de faire cela', en: 'You may not do this' },
    detail: {
      fr: 'Demandez ce droit à la personne qui administre Cantonnier chez vous.',
      en: 'Ask the person who administers Cantonnier where you work.',
    },
  },
  notFound: {
    status: 404,
    title: { fr: 'Rien ne se trouve à cette adresse', en: 'Nothing is at this address' },
  },
  methodNotAllowed: {
    status: 405,
    title: { fr: 'Cette adresse ne permet pas cette action', en: 'Method not allowed here' },
  },
  conflict: {
    status: 409,
    title: { fr: 'L’état actuel ne permet pas cette action', en: 'The current state forbids this' },
  },
  preconditionFailed: {
    status: 412,
    title: { fr: 'Cette fiche a changé entre-temps', en: 'This record has changed meanwhile' },
    detail: {
      fr: 'Quelqu’un l’a modifiée depuis que vous l’avez ouverte. Rechargez-la, puis recommencez.',
      en: 'Someone changed it since you opened it. Reload it, then try again.',
    },
  },
  payloadTooLarge: {
    status: 413,
    title: { fr: 'Cet envoi est trop volumineux', en: 'Payload too large' },
  },
  unsupportedMediaType: {
    status: 415,
    title: { fr: 'Ce type de contenu n’est pas accepté', en: 'Unsupported media type' },
  },
  idempotencyKeyReused: {
    status: 422,
    title: { fr: 'Cette clé d’idempotence a déjà servi', en: 'Idempotency key reused' },
    detail: {
      fr: 'La même clé accompagnait une autre demande. Prenez une clé neuve pour chaque demande.',
      en: 'The same key came with another request. Use a new key for each request.',
    },
  },
  preconditionRequired: {
    status: 428,
    title: { fr: 'La version de la fiche manque', en: 'Record version missing' },
    detail: {
      fr: 'Ajoutez l’en-tête If-Match avec la version que vous avez lue, entre guillemets.',
      en: 'Add the header If-Match with the version that you read, between quotes.',
    },
  },
  tooManyRequests: {
    status: 429,
    title: { fr: 'Trop de demandes en peu de temps', en: 'Too many requests' },
    detail: { fr: 'Attendez un peu, puis réessayez.', en: 'Wait a little, then try again.' },
  },
  internal: {
    status: 500,
    title: { fr: 'Une erreur est survenue de notre côté', en: 'An error occurred on our side' },
    detail: {
      fr: 'Réessayez dans un instant. Si cela persiste, donnez la référence {requestId} à votre administrateur.',
      en: 'Try again in a moment. If it persists, give the reference {requestId} to your administrator.',
    },
  },
  unavailable: {
    status: 503,
    title: { fr: 'Le service est momentanément indisponible', en: 'Temporarily unavailable' },
    detail: { fr: 'Réessayez dans quelques instants.', en: 'Try again in a few moments.' },
  },
});
