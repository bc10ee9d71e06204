import type { fr } from '../fr/settings.ts';
import type { SameKeys } from '../same-keys.ts';

export const en: SameKeys<typeof fr> = {
  priorities: {
    title: 'Priorities',
    lead: 'Severity, urgency and exposure give each request its priority. Neither the channel, nor the tone, nor who asks changes anything.',
    grid: 'The grid',
    gridHint:
      'One grid for each level of exposure. What is graver, more urgent or more exposed can never wait longer.',
    layers: {
      0: 'Exposure 0: few people pass',
      1: 'Exposure 1: people pass',
      2: 'Exposure 2: fragile people, or many',
      3: 'Exposure 3: both',
    },
    corner: 'Severity, then urgency',
    cell: (severity, urgency, exposure) =>
      `${severity}, ${urgency.toLowerCase()}, exposure ${exposure}`,
    weights: 'What exposes a request',
    weightsHint:
      'Exposure is the sum of the points, three at most. No text sets these figures: they are your choice, and the reason shown on each request follows them.',
    kinds: {
      school: 'School, nursery',
      care: 'Hospital, clinic, care home',
      market: 'Market',
      playground: 'Playground',
      stop: 'Stop, station',
      'main-road': 'Main road',
      residents: 'Several residents',
      'many-residents': 'Many residents',
      reopened: 'Reopened request',
    },
    points: 'Points',
    pointsOf: (count) =>
      count === 0 ? 'does not count' : count === 1 ? '1 point' : `${count} points`,
    metres: 'Up to (metres)',
    residents: 'From (residents)',
    save: 'Save the priorities',
    saved:
      'Priorities saved. Open requests are ranked anew; what exposes them is weighed again within minutes.',
  },
  publication: {
    title: 'Publication',
    lead: 'What everyone may read of requests. Names, phones, e-mail addresses and plates are masked in every case.',
    words: 'Words and photos',
    text: 'The words of requests',
    photos: 'The photos',
    policies: {
      off: 'Never publish',
      moderated: 'Publish after reading',
      'at-once': 'Publish at once, masked',
    },
    policyHints: {
      off: 'The map shows the subject and the place, no more.',
      moderated: 'A person reads first, in “To read”.',
      'at-once':
        'Nobody reads before. A reader may flag something, which is then taken away until it is read.',
    },
    days: 'After closing, keep on the map (days)',
    services: 'Services apart',
    servicesHint:
      'Other services follow the general rule. Requests whose subject is still to be made out are never shown.',
    service: 'Service',
    shown: 'On the map',
    yes: 'Shown',
    no: 'Never shown',
    ownDays: 'Days after closing',
    ownDaysHint: 'Empty: as the others.',
    add: 'Add a service',
    remove: 'Remove',
    removeOne: (rank) => `Remove service ${rank}`,
    save: 'Save the publication',
    saved: 'Publication set: the public map follows within a minute.',
  },
};
