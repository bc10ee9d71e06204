import type { fr } from '../fr/moderation.ts';
import type { SameKeys } from '../same-keys.ts';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const KINDS: Record<string, string> = {
  name: 'a name',
  phone: 'a phone number',
  email: 'an e-mail address',
  plate: 'a number plate',
  account: 'an account',
  link: 'a link',
  iban: 'an IBAN',
  card: 'a bank card',
  'social-security': 'a social security number',
  home: 'a home',
  birth: 'a date of birth',
  health: 'somebody’s health',
  code: 'a tracking code',
};

export const en: SameKeys<typeof fr> = {
  nav: 'To read',
  title: 'To read before publication',
  lead: 'What residents write is published on the map only once read, without anything that names a person.',
  waiting: (count: number, more: boolean) =>
    `${plural(count, 'request waits', 'requests wait')} to be read${more ? ', and more after' : ''}`,
  nothing: 'Everything is read',
  nothingWhy: 'New texts and photos will appear here before they are published.',
  loading: 'Loading what waits…',
  why: 'This is what everyone will read. Names, phones, plates and homes are hidden.',
  text: 'Public text',
  original: 'What the resident wrote',
  masked: (kinds: readonly string[]) =>
    `Hidden by the program: ${kinds.map((kind) => KINDS[kind] ?? kind).join(', ')}.`,
  nothingMasked: 'The program found nothing to hide. Check that nobody can be recognized.',
  hideText: 'Show no text',
  photo: (rank: number) => `Photo ${rank}`,
  hidePhoto: (rank: number) => `Hide photo ${rank}`,
  flagged: 'Flagged by a reader',
  flaggedPhoto: 'Photo flagged by a reader',
  since: (day: string) => `since ${day}`,
  publish: 'Publish',
  edit: 'Edit',
  hide: 'Hide',
  save: 'Publish so',
  published: 'Published.',
  hidden: 'Text hidden.',
  more: 'See more',
  keys: 'P publishes, E edits, H hides; J and K go to the next and the previous.',
  open: 'Open the request',
};
