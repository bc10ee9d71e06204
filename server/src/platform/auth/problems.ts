import { defineProblems } from '../problem/index.ts';

export const authProblems = defineProblems('auth', {
  badCredentials: {
    status: 401,
    title: {
      fr: 'Adresse ou mot de passe incorrect',
      en: 'Wrong address or password',
    },
  },
  tooManyLogins: {
    status: 429,
    title: {
      fr: 'Trop d’essais de connexion : patientez avant de réessayer',
      en: 'Too many attempts: wait before you try again',
    },
  },
  wrongPassword: {
    status: 422,
    title: {
      fr: 'Le mot de passe actuel n’est pas le bon',
      en: 'The current password is wrong',
    },
  },
  ownPassword: {
    status: 409,
    title: {
      fr: 'Changez votre propre mot de passe depuis « Mon compte »',
      en: 'Change your own password from “My account”',
    },
  },
  accountClosed: {
    status: 409,
    title: {
      fr: 'Ce compte est fermé',
      en: 'This account is closed',
    },
  },
  accountExists: {
    status: 409,
    title: {
      fr: 'Un compte porte déjà cette adresse',
      en: 'An account already has this address',
    },
  },
});
