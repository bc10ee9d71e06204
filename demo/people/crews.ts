import { add } from '../core/plane.ts';
import { toPlane, toPoint } from '../core/projection.ts';
import type { Crew, Organization, Territory } from '../types.ts';
import { DEPARTEMENT, METROPOLE, REGIE } from './organizations.ts';

interface CrewFacts {
  name: string;
  organization: string;
  skills: string[];
  vehicle: string;
  size: number;
  /** Beginnings of the service codes that it answers. */
  serves: string[];
  /** Names of the communes where it acts, when not everywhere its organization does. */
  communes?: string[];
}

const CENTRE = 'montserein';
const EVERYTHING = [
  'lighting.',
  'cleanliness.',
  'green.',
  'furniture.',
  'play.',
  'buildings.',
  'life.animal',
];
const SOUTH = ['Belrive-sur-Sereine', 'Saint-Tancrède-des-Bois', 'Les Ormeaux-en-Val'];

/** The crew of the first service that fits is the one sent: the order counts. */
const CREWS: CrewFacts[] = [
  {
    name: 'Éclairage public',
    organization: CENTRE,
    skills: ['éclairage', 'habilitation électrique', 'nacelle'],
    vehicle: 'Fourgon nacelle 12 m',
    size: 2,
    serves: ['lighting.'],
  },
  {
    name: 'Propreté centre-ville',
    organization: CENTRE,
    skills: ['propreté', 'détagage'],
    vehicle: 'Laveuse et camion plateau',
    size: 3,
    serves: ['cleanliness.bin', 'cleanliness.dirty-street', 'cleanliness.graffiti'],
  },
  {
    name: 'Propreté quartiers',
    organization: CENTRE,
    skills: ['propreté', 'grue auxiliaire'],
    vehicle: 'Camion benne à grue',
    size: 2,
    serves: ['cleanliness.', 'life.animal'],
  },
  {
    name: 'Espaces verts',
    organization: CENTRE,
    skills: ['espaces verts', 'élagage'],
    vehicle: 'Camion benne et broyeur',
    size: 3,
    serves: ['green.'],
  },
  {
    name: 'Mobilier urbain et aires de jeux',
    organization: CENTRE,
    skills: ['mobilier', 'aires de jeux', 'soudure'],
    vehicle: 'Fourgon atelier',
    size: 2,
    serves: ['furniture.', 'play.'],
  },
  {
    name: 'Bâtiments',
    organization: CENTRE,
    skills: ['menuiserie', 'plomberie', 'serrurerie'],
    vehicle: 'Fourgon atelier',
    size: 2,
    serves: ['buildings.'],
  },
  {
    name: 'Voirie nord',
    organization: METROPOLE,
    skills: ['voirie', 'enrobé'],
    vehicle: 'Camion point-à-temps',
    size: 3,
    serves: ['roads.'],
  },
  {
    name: 'Voirie sud',
    organization: METROPOLE,
    skills: ['voirie', 'enrobé', 'maçonnerie'],
    vehicle: 'Camion benne et plaque vibrante',
    size: 3,
    serves: ['roads.'],
    communes: SOUTH,
  },
  {
    name: 'Signalisation',
    organization: METROPOLE,
    skills: ['signalisation', 'feux tricolores'],
    vehicle: 'Fourgon de signalisation',
    size: 2,
    serves: ['signs.'],
  },
  {
    name: 'Collecte et bacs',
    organization: METROPOLE,
    skills: ['collecte'],
    vehicle: 'Fourgon de livraison de bacs',
    size: 2,
    serves: ['cleanliness.collection'],
  },
  {
    name: 'Eau potable',
    organization: REGIE,
    skills: ['eau potable', 'recherche de fuites'],
    vehicle: 'Fourgon et mini-pelle',
    size: 2,
    serves: ['water.leak', 'water.fountain'],
  },
  {
    name: 'Assainissement',
    organization: REGIE,
    skills: ['assainissement', 'hydrocurage'],
    vehicle: 'Hydrocureuse',
    size: 2,
    serves: ['water.drain'],
  },
  {
    name: 'Centre routier du Val',
    organization: DEPARTEMENT,
    skills: ['voirie', 'viabilité hivernale', 'élagage'],
    vehicle: 'Fourgon d’intervention',
    size: 3,
    serves: ['roads.', 'signs.', 'green.tree'],
  },
  {
    name: 'Services techniques de Belrive',
    organization: 'belrive-sur-sereine',
    skills: ['polyvalent', 'éclairage', 'espaces verts'],
    vehicle: 'Camion plateau',
    size: 3,
    serves: EVERYTHING,
  },
  {
    name: 'Services techniques de Clairvigne',
    organization: 'clairvigne',
    skills: ['polyvalent', 'espaces verts'],
    vehicle: 'Camion plateau',
    size: 2,
    serves: EVERYTHING,
  },
  {
    name: 'Services techniques des Ormeaux',
    organization: 'les-ormeaux-en-val',
    skills: ['polyvalent'],
    vehicle: 'Fourgon',
    size: 2,
    serves: EVERYTHING,
  },
  {
    name: 'Services techniques de Saint-Tancrède',
    organization: 'saint-tancrede-des-bois',
    skills: ['polyvalent'],
    vehicle: 'Fourgon',
    size: 2,
    serves: EVERYTHING,
  },
  {
    name: 'Employé communal de Fontgrise',
    organization: 'fontgrise',
    skills: ['polyvalent'],
    vehicle: 'Utilitaire',
    size: 1,
    serves: EVERYTHING,
  },
];

/** Crews, and which of them is sent. */
export interface Crews {
  crews: Crew[];
  /** Undefined when the answer is not a visit: a parked car is for the police. */
  sentFor(serviceCode: string, organization: string, communeCode: string): Crew | undefined;
}

export function formCrews(territory: Territory, organizations: readonly Organization[]): Crews {
  const formed = CREWS.flatMap((facts, index) => {
    const body = organizations.find(({ slug }) => slug === facts.organization);
    if (!body) return [];
    const communes = territory.communes.filter(({ code, name }) =>
      facts.communes ? facts.communes.includes(name) : body.communeCodes.includes(code),
    );
    const [home] = communes;
    if (!home) return [];
    const { name, organization, skills, vehicle, size, serves } = facts;
    const depot = toPoint(
      add(toPlane(home.centre.coordinates), [-180 + 60 * (index % 7), 140 - 50 * (index % 5)]),
    );
    const communeCodes = communes.map(({ code }) => code);
    const id = `crew-${index + 1}`;
    return [
      { crew: { id, name, organization, skills, vehicle, size, depot, communeCodes }, serves },
    ];
  });
  // Those who know one quarter or one trade go first; the others take the rest.
  const byPrecision = formed.toSorted(
    (a, b) => a.crew.communeCodes.length - b.crew.communeCodes.length,
  );
  return {
    crews: formed.map(({ crew }) => crew),
    sentFor: (serviceCode, organization, communeCode) =>
      byPrecision.find(
        ({ crew, serves }) =>
          crew.organization === organization &&
          crew.communeCodes.includes(communeCode) &&
          serves.some((beginning) => serviceCode.startsWith(beginning)),
      )?.crew,
  };
}
