import { addressesOf, type PersonalData } from '../../platform/personal-data/index.ts';
import { forgetErrorsNaming } from './store.ts';

/** No address is kept here: each is asked of its owner when a message leaves. */
export const personalData: PersonalData = {
  declaration: {
    code: 'messages',
    name: 'Messages envoyés',
    purpose: 'Écrire aux habitants ce que devient leur demande, et montrer qu’on l’a fait.',
    legalBasis: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
    people: 'Personnes à qui l’on répond',
    data: [
      {
        kind: 'Refus d’un serveur, qui peut citer l’adresse ; destinataire, sous un numéro',
        columns: ['message.last_error', 'message.recipient_key'],
      },
    ],
    recipients: 'Agents de l’organisme compétent',
    retention: null,
    since: 'Jusqu’à une demande d’effacement ; ni adresse ni texte ne sont gardés.',
    erasure: {
      goes: 'Ce qu’un serveur a répondu en citant l’adresse.',
      stays: 'Qu’un message est parti, quand et pour quelle demande.',
    },
  },
  async erase(_platform, tx, territoryId, subject) {
    const needles = addressesOf(subject);
    return {
      counts: { errors: await forgetErrorsNaming(tx, territoryId, needles) },
      documents: [],
    };
  },
};
