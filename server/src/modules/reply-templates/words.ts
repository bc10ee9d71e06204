import type { Text } from '../../platform/problem/index.ts';
import type { Variable } from './variables.ts';

/** What each variable is, for the editor and for what stands in its place when it has no value. */
export const VARIABLE_WORDS: Record<Variable, Text> = {
  salutation: { fr: 'Bonjour, avec le nom s’il est connu', en: 'Hello, with the name if known' },
  nom: { fr: 'nom du demandeur', en: 'name of who asked' },
  numéro: { fr: 'numéro de la demande', en: 'number of the request' },
  service: { fr: 'sujet de la demande', en: 'subject of the request' },
  lieu: { fr: 'lieu signalé', en: 'place reported' },
  commune: { fr: 'commune du lieu', en: 'town of the place' },
  organisme: { fr: 'organisme chargé de la demande', en: 'organization in charge' },
  téléphone: { fr: 'téléphone de l’organisme', en: 'telephone of the organization' },
  date_réception: { fr: 'date de réception', en: 'date received' },
  date_intervention: { fr: 'date de l’intervention', en: 'date of the work' },
  échéance: { fr: 'date limite de réponse', en: 'date by which we answer' },
  délai: { fr: 'délai habituel', en: 'usual delay' },
  lien_suivi: { fr: 'lien de suivi', en: 'tracking link' },
};

/** What stands in the text where a value is missing, for a person to replace. */
export const placeholderOf = (language: 'fr' | 'en') => (variable: Variable) =>
  language === 'fr'
    ? `[à compléter : ${VARIABLE_WORDS[variable].fr}]`
    : `[to complete: ${VARIABLE_WORDS[variable].en}]`;
