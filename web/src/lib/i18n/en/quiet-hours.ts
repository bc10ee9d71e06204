import type { fr } from '../fr/quiet-hours.ts';
import type { SameKeys } from '../same-keys.ts';

export const en: SameKeys<typeof fr> = {
  title: 'Quiet hours',
  lead: 'When residents’ telephones do not ring: text messages and the news of a street, a park or a commune wait. A mail about a request always leaves at once.',
  from: 'From',
  to: 'To',
  hint: 'Paris time. Two equal times: no quiet hours.',
  sundays: 'All day too, on Sundays and public holidays',
  save: 'Save the quiet hours',
  saved: 'The quiet hours are saved. What was waiting already leaves when it was to.',
};
