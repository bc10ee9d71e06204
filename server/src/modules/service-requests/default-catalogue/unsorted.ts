import type { Service } from '../catalogue.ts';

/**
 * What a resident asks in a way that has no form, until a person says which service it is.
 *
 * In every territory's catalogue whatever its administrator writes there, and never offered: it is
 * neither on the portal nor in Open311's lists.
 */
export const UNSORTED: Service = {
  code: 'unsorted',
  name: 'À préciser',
  description: 'Reçue sans prestation : une personne la lit et choisit.',
  group: 'Autres',
  keywords: [],
  questions: [],
  emergencyNotice: null,
  defaultSeverity: 2,
  defaultUrgency: 2,
  targetDays: null,
  offered: false,
};
