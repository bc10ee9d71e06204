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
  holdings: {
    title: 'Roads and owners',
    lead: 'Of which class each road is, and who owns roads and assets. Competence rules read it; what is said here goes before the map.',
    fileTitle: 'Import a file',
    file: 'CSV or GeoJSON file',
    fileHint:
      '15 MB at most. With a single fault nothing is imported: each is shown with its line.',
    fileMissing: 'Choose a file.',
    check: 'See what would change',
    checked: ({ added, changed, removed, kept, communeNames }: Previewed) =>
      [
        `This file is about ${aFew(communeNames)}. Nothing is changed yet.`,
        added + changed + removed === 0
          ? 'It would change nothing.'
          : `Removed: ${removed}; changed: ${changed}; added: ${added}.`,
        kept > 0 ? `Corrections by hand kept: ${kept}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    changes: 'What the file would change',
    change: 'Change',
    before: 'Before',
    after: 'After',
    kinds: { added: 'added', changed: 'changed', removed: 'removed' },
    ownedBy: (owner: string) => `owner: ${owner}`,
    otherChanges: (count: number) =>
      count === 1 ? 'And one other change.' : `And ${count} other changes.`,
    import: 'Import',
    refused: 'File refused, nothing was imported',
    fault: (line: number, reason: string) => `Line ${line}: ${reason}`,
    imported: ({ streets, assets, added, changed, removed, kept }: Imported) =>
      [
        `File imported. Read: ${streets} ${streets === 1 ? 'road' : 'roads'}, ${assets} ${assets === 1 ? 'asset' : 'assets'}.`,
        `Added: ${added}; changed: ${changed}; removed: ${removed}.`,
        kept > 0 ? `Corrections by hand kept: ${kept}.` : '',
      ]
        .filter(Boolean)
        .join(' '),
    shape: 'What the file must hold',
    table:
      'A CSV table (UTF-8) whose first line names the columns. A road is given by its name, as in the address base; an asset by a point. An empty cell leaves what the map says.',
    sample:
      'commune;voie;equipement;classe;numero;agglomeration;proprietaire;long;lat\n34057;Avenue de la Gare;;départementale;D 12;oui;Hérault;;\n34057;;Gymnase Coubertin;;;;34057;3.9012;43.6341',
    geojson:
      'Or GeoJSON (WGS 84), with the same names of properties: a line is a road, a point or a surface is an asset. This is the form for a street of which only a part is departmental.',
    replaces:
      'A file replaces what was imported in the communes that it names: roads if it has roads, assets if it has assets. What a person corrected stays.',
    list: 'What the town says',
    search: 'Look for a name',
    name: 'Road or asset',
    nameless: 'Nameless',
    roadClass: 'Class',
    roadNumber: 'Number of the road',
    roadNumberHint: 'For instance: D 12.',
    owner: 'Owner',
    others: [
      { code: 'État', label: 'The State' },
      { code: 'Privé', label: 'A private owner' },
    ],
    from: 'Where from',
    byHand: 'written by hand',
    fromName: 'file, by its name',
    fromShape: 'file, by its line',
    asset: 'asset',
    asTheMap: 'As the map says',
    more: 'Show more',
    none: 'Nothing is said yet',
    noneWhy: 'Import a file, or add a road: without it only the map is read.',
    noneFound: 'No road, no asset of this name',
    noneFoundWhy: 'Try a part of the name, or add the road by hand.',
    add: 'Add a road or a park',
    addLead: 'To say of a street or a park what the map does not, or says wrongly.',
    added: 'Added.',
    area: 'Street or park',
    areas: 'Streets and parks',
    areaHint: 'Type the beginning of the name, then choose in the list.',
    areaMissing: 'Choose a street or a park of the list.',
    correct: 'Correct',
    correctTitle: (name: string) => `Correct “${name}”`,
    correctLead: 'The correction holds at once, and the next file leaves it.',
    corrected: 'Correction kept.',
    nothingSaid: 'Give at least a class, a number or an owner.',
    remove: 'Take back',
    removeTitle: (name: string) => `Take back “${name}”`,
    removeLead: 'The map holds again, or the next file. The log keeps what was said.',
    removed: 'Taken back.',
    whyHint: 'A deliberation, a deed, an error of the file… Kept in the log.',
  },
};

interface Imported {
  streets: number;
  assets: number;
  added: number;
  changed: number;
  removed: number;
  kept: number;
}

type Previewed = Imported & { communeNames: string[] };

const aFew = (communeNames: string[]) =>
  communeNames.length > 4 ? `${communeNames.length} communes` : communeNames.join(', ');
