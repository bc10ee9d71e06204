import { DEFAULT_CATALOGUE } from '../../server/src/modules/service-requests/index.ts';
import type { Competence, Organization } from '../types.ts';
import { DEPARTEMENT, METROPOLE, REGIE } from './organizations.ts';

/** The métropole was born that day, and took what the law gives it. */
const BIRTH = '2018-01-01';
/** The day of the convention about the D 12. */
const CONVENTION = '2025-01-01';

const codes = (...beginnings: string[]): string[] =>
  DEFAULT_CATALOGUE.map(({ code }) => code).filter((code) =>
    beginnings.some((beginning) => code.startsWith(beginning)),
  );

const METROPOLITAN = 'cleanliness.collection';
const MUNICIPAL = codes(
  'lighting.',
  'cleanliness.',
  'green.',
  'furniture.',
  'play.',
  'parking.',
  'buildings.',
  'life.',
).filter((code) => code !== METROPOLITAN);

type Rule = Omit<Competence, 'id' | 'from'> & { from?: string };

const TERRITORIAL: Rule[] = [
  {
    organization: METROPOLE,
    serviceCodes: codes('roads.', 'signs.'),
    roadClasses: ['metropolitan', 'communal'],
    priority: 0,
    ground:
      'La métropole crée, aménage et entretient la voirie et sa signalisation à la place des communes (CGCT, art. L. 5217-2, I, 2°, b).',
  },
  {
    organization: METROPOLE,
    serviceCodes: [METROPOLITAN],
    priority: 0,
    ground:
      'La gestion des déchets des ménages revient à la métropole (CGCT, art. L. 5217-2, I, 6°, a).',
  },
  {
    organization: REGIE,
    serviceCodes: codes('water.'),
    priority: 0,
    ground:
      'L’eau et l’assainissement, compétences de la métropole (CGCT, art. L. 5217-2, I, 5°, a), sont exploités par sa régie (CGCT, art. L. 2221-1).',
  },
  {
    organization: DEPARTEMENT,
    serviceCodes: codes('roads.', 'signs.'),
    roadClasses: ['departmental'],
    priority: 0,
    ground:
      'Le département entretient les routes départementales (code de la voirie routière, art. L. 131-2).',
  },
  {
    organization: DEPARTEMENT,
    serviceCodes: codes('roads.'),
    roadClasses: ['departmental'],
    builtUp: true,
    priority: 0,
    ground:
      'Dans la traversée de l’agglomération, la chaussée et ses dépendances restent au département, propriétaire de la route (code de la voirie routière, art. L. 131-1 et L. 131-2).',
  },
  {
    organization: METROPOLE,
    serviceCodes: ['signs.traffic-light'],
    roadClasses: ['departmental'],
    builtUp: true,
    priority: 5,
    ground:
      'Dans l’agglomération, les feux de circulation sont gérés par la métropole au titre de la signalisation (CGCT, art. L. 5217-2, I, 2°, b).',
  },
  {
    organization: DEPARTEMENT,
    value: 'no',
    serviceCodes: ['signs.markings'],
    roadClasses: ['departmental'],
    builtUp: true,
    priority: 0,
    ground:
      'Dans l’agglomération, le département ne refait pas le marquage au sol : il revient à l’autorité qui y règle la circulation (CGCT, art. L. 2213-1)',
  },
  {
    organization: METROPOLE,
    serviceCodes: ['signs.markings'],
    roadClasses: ['departmental'],
    builtUp: true,
    priority: 0,
    ground:
      'Dans l’agglomération, le marquage au sol est tracé par la métropole au titre de la signalisation (CGCT, art. L. 5217-2, I, 2°, b).',
  },
  {
    organization: DEPARTEMENT,
    serviceCodes: ['green.tree'],
    owners: [DEPARTEMENT],
    priority: 0,
    ground:
      'Les arbres qui bordent une route départementale sont soignés par le propriétaire de la route, le département (code de la voirie routière, art. L. 131-1 et L. 131-2).',
  },
  {
    organization: METROPOLE,
    serviceCodes: ['roads.pavement'],
    roadClasses: ['departmental'],
    roadNumbers: ['D 12'],
    builtUp: true,
    priority: 10,
    from: CONVENTION,
    ground:
      'Par convention avec le département du 12 décembre 2024, la métropole entretient depuis le 1er janvier 2025 les trottoirs de la D 12 en agglomération (CGCT, art. L. 1111-8).',
  },
];

/** What a commune keeps, and why. */
const MUNICIPAL_GROUNDS: [beginning: string, ground: string][] = [
  [
    'lighting.',
    'L’éclairage public relève de la commune, au titre de la police municipale (CGCT, art. L. 2212-2, 1°).',
  ],
  [
    'cleanliness.',
    'La propreté des rues, quais et places relève de la commune, au titre de la police municipale (CGCT, art. L. 2212-2, 1°).',
  ],
  [
    'parking.',
    'Le stationnement relève du maire, qui exerce la police de la circulation en agglomération (CGCT, art. L. 2213-1).',
  ],
  [
    'buildings.cemetery',
    'La police des funérailles et des cimetières appartient au maire (CGCT, art. L. 2213-8 et L. 2213-9).',
  ],
  [
    'life.animal',
    'Le maire prend toute disposition contre la divagation des animaux (code rural, art. L. 211-22).',
  ],
  [
    '',
    'La commune gère les équipements et les espaces qui lui appartiennent (CGCT, art. L. 2121-29).',
  ],
];

/** Where the deliberation about its public buildings has not been sent to anybody yet. */
const UNDECLARED = 'clairvigne';

/** What is the métropole's by declaration only: known for sports grounds, not for one commune's buildings. */
const ofMetropolitanInterest = (
  organizations: readonly Organization[],
  declaredPlaces: string[],
): Rule[] => [
  {
    organization: METROPOLE,
    value: 'community-interest',
    declaredPlaces,
    serviceCodes: ['play.sports'],
    priority: 0,
    ground:
      'La métropole gère les équipements sportifs que sa délibération du 28 juin 2019 a déclarés d’intérêt métropolitain (CGCT, art. L. 5217-2, I, 1°, c).',
  },
  ...organizations
    .filter(({ slug }) => slug === UNDECLARED)
    .map(
      ({ communeCodes }): Rule => ({
        organization: METROPOLE,
        value: 'community-interest',
        serviceCodes: ['buildings.fault'],
        communeCodes,
        priority: 0,
        ground:
          'La métropole gère les équipements culturels d’intérêt métropolitain ; ceux de Clairvigne restent à déclarer (CGCT, art. L. 5217-2, I, 1°, c).',
      }),
    ),
];

/**
 * Who acts on what, on which roads, and by which text: one set of rules for the territory.
 *
 * @param declaredPlaces - sports grounds of metropolitan interest, by name
 */
export function listCompetences(
  organizations: readonly Organization[],
  declaredPlaces: string[],
): Competence[] {
  const municipal = organizations
    .filter(({ kind }) => kind === 'commune')
    .flatMap(({ slug, communeCodes }) =>
      [...Map.groupBy(MUNICIPAL, municipalGround)].map(
        ([ground, serviceCodes]): Rule => ({
          organization: slug,
          serviceCodes,
          communeCodes,
          priority: 0,
          ground,
        }),
      ),
    );
  const shared = ofMetropolitanInterest(organizations, declaredPlaces);
  return [...TERRITORIAL, ...shared, ...municipal].map((rule, index) => ({
    id: `rule-${index + 1}`,
    from: BIRTH,
    ...rule,
  }));
}

function municipalGround(code: string): string {
  return MUNICIPAL_GROUNDS.find(([beginning]) => code.startsWith(beginning))?.[1] as string;
}
