import type { Text } from '../../platform/problem/index.ts';
import type { Obstacle } from './model.ts';

/** Why a message is not on its way, in words for the desk. */
export const EXPLANATIONS: Record<Obstacle, Text> = {
  'no-mail-server': {
    fr: 'Aucun serveur de courriel n’est encore configuré. Le message partira dès qu’il le sera.',
    en: 'No mail server is configured yet. The message will leave as soon as there is one.',
  },
  'no-sms-gateway': {
    fr: 'Aucune passerelle SMS n’est encore configurée. Le message partira dès qu’elle le sera.',
    en: 'No SMS gateway is configured yet. The message will leave as soon as there is one.',
  },
  'no-address': {
    fr: 'La personne n’a plus d’adresse valable, ou ne veut plus de messages.',
    en: 'The person has no valid address any more, or wants no more messages.',
  },
  refused: {
    fr: 'Le serveur de courriel refuse cette adresse. Joignez la personne autrement.',
    en: 'The mail server refuses this address. Reach the person another way.',
  },
  unreachable: {
    fr: 'Le serveur de courriel ne répond pas comme il faut pour le moment.',
    en: 'The mail server does not answer properly for now.',
  },
  outdated: {
    fr: 'Ce que disait le message n’était plus vrai quand il pouvait partir.',
    en: 'What the message said was no longer true when it could leave.',
  },
};
