import type { Text } from '../../../platform/problem/index.ts';
import type { RefusalReason } from './model.ts';

/** Why an organization refused, as colleagues and residents read it: about the thing, never curt. */
export const REFUSAL_LABELS: Record<RefusalReason, Text> = {
  'not-our-road': {
    fr: 'La voie n’est pas entretenue par cet organisme',
    en: 'The road is not maintained by this organization',
  },
  'not-our-asset': {
    fr: 'L’équipement n’appartient pas à cet organisme',
    en: 'The equipment does not belong to this organization',
  },
  'not-our-service': {
    fr: 'Ce type d’intervention ne relève pas de cet organisme',
    en: 'This kind of work is not this organization’s',
  },
  'outside-our-area': {
    fr: 'Le lieu est en dehors de son secteur',
    en: 'The place is outside its area',
  },
  'agreement-says-other': {
    fr: 'Une convention confie ce cas à un autre organisme',
    en: 'An agreement entrusts this case to another organization',
  },
  'private-property': {
    fr: 'Le lieu est une propriété privée',
    en: 'The place is private property',
  },
  other: { fr: 'Un autre motif', en: 'Another reason' },
};
