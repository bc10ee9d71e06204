import type { fr } from '../fr/following.ts';
import type { SameKeys } from '../same-keys.ts';

export const en: SameKeys<typeof fr> = {
  feeds: {
    title: 'Follow without giving an address',
    lead: 'Copy one of these addresses into your feed reader or your calendar: it keeps itself up to date.',
    secret:
      'These addresses hold your tracking code: give them only to a program that you trust. Neither your words nor our answers are in them.',
    atom: 'Atom feed',
    json: 'JSON Feed',
    ics: 'Calendar of planned works (iCalendar)',
  },
};
