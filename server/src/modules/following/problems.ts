import { defineProblems } from '../../platform/problem/index.ts';

/** Everything that this module may refuse. */
export const problems = defineProblems('following', {
  unknownFollower: {
    status: 404,
    title: { fr: 'Cet abonnement n’existe plus', en: 'This subscription no longer exists' },
    detail: {
      fr: 'Il a été arrêté, ou n’a pas été confirmé sous deux jours. Vous pouvez vous abonner de nouveau.',
      en: 'It was ended, or not confirmed within two days. You may subscribe again.',
    },
  },
  unreachable: {
    status: 422,
    title: { fr: 'Cette adresse ne convient pas', en: 'This address does not work' },
    detail: {
      fr: 'Donnez une adresse électronique, par exemple nom@exemple.fr, ou un numéro de mobile.',
      en: 'Give an e-mail address, for example name@example.org, or a mobile number.',
    },
  },
  unknownArea: {
    status: 422,
    title: { fr: 'Ce lieu ne se suit pas', en: 'This place cannot be followed' },
    detail: {
      fr: 'Choisissez une rue, un parc ou une commune du territoire.',
      en: 'Choose a street, a park or a commune of the territory.',
    },
  },
});
