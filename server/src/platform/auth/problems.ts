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
  accountExists: {
    status: 409,
    title: {
      fr: 'Un compte porte déjà cette adresse',
      en: 'An account already has this address',
    },
  },
});
