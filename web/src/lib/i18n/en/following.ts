import type { fr } from '../fr/following.ts';
import type { SameKeys } from '../same-keys.ts';

export const en: SameKeys<typeof fr> = {
  title: 'Follow a street, a park or a commune',
  lead: 'Know what is reported, planned and done near you: by message, or by feed.',
  search: 'Name of the street, the park or the commune',
  searchHint: 'For example: rue des Lilas, or: parc du Lavoir.',
  searchButton: 'Search',
  results: (count: number) => (count === 1 ? 'One place found' : `${count} places found`),
  nothing: (words: string) =>
    `No place found for “${words}”. Try the name alone, without a number.`,
  kinds: { street: 'Street', park: 'Park', commune: 'Commune' },
  all: 'Everything reported',
  area: {
    news: 'Latest news',
    none: 'Nothing recent here.',
    message: 'Be told by message',
    messageLead: 'One message for all the news. When nothing happens, we do not write.',
    address: 'E-mail address or mobile number',
    addressHint: 'A message will ask you to confirm. You can stop with one click.',
    frequency: 'How often',
    frequencies: { daily: 'Every morning', weekly: 'Every Monday morning', immediate: 'At once' },
    plain: 'In French that is easy to read (FALC)',
    follow: 'Follow',
    missing: 'Give an e-mail address or a mobile number.',
    wrong: 'We cannot write to this address. Please check it.',
    asked: 'One more step: confirm',
    askedNext:
      'We have just written to you. Open the link in the message: nothing else leaves before.',
    another: 'Follow another place',
  },
  subscription: {
    title: 'Your subscription',
    confirmed: 'It is confirmed: we will keep you informed.',
    change: 'Change how often',
    changed: 'It is changed.',
    stop: 'Receive these messages no more',
    see: 'See what happens here',
  },
  request: {
    title: 'Follow this request',
    lead: 'We will write to you at each step, and for nothing else.',
    around: 'Follow what happens around here',
  },
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
