import {
  type FoundTerritory,
  foundTerritory,
  hasTerritory,
} from '../modules/organizations/index.ts';
import { importReplyTemplates, STARTER_TEMPLATES } from '../modules/reply-templates/index.ts';
import { DEFAULT_CATALOGUE, importCatalogue } from '../modules/service-requests/index.ts';
import { createAccount } from '../platform/auth/index.ts';
import { parisDate } from '../platform/clock/index.ts';
import { uuidv7 } from '../platform/ids/index.ts';
import type { Platform } from '../platform/platform.ts';
import { CommandError } from './command-error.ts';
import { inWords } from './in-words.ts';
import { defaultCompetences, whoOrients } from './init-competences.ts';
import { type RegisterExtract, readRegister } from './init-register.ts';

export interface InitOptions {
  /** SIREN of an EPCI: the territory of all its communes. */
  epci?: string | undefined;
  /** INSEE code of a commune: a territory of its own. */
  commune?: string | undefined;
  /** Name of the territory; by default the EPCI's or the commune's. */
  name?: string | undefined;
  /** E-mail address of the first administrator. */
  admin?: string | undefined;
}

/** Services about roads, as the default catalogue groups them. */
const ROAD_GROUP = 'Voirie';
/** The register has no contours: the map opens on the country until they are imported. */
const METROPOLITAN_FRANCE = { west: -5.2, south: 41.3, east: 9.6, north: 51.1 };
/** Legal populations of the two files of the 2026 register: they differ by a year. */
const COMMUNE_POPULATION = { year: 2023, source: 'population municipale, INSEE' };
const EPCI_POPULATION = { year: 2022, source: 'population municipale, DGCL' };
/** Départements whose roads belong to a single authority of another name. */
const SINGLE_AUTHORITIES: Record<string, string> = {
  '2A': 'Collectivité de Corse',
  '2B': 'Collectivité de Corse',
  '67': 'Collectivité européenne d’Alsace',
  '68': 'Collectivité européenne d’Alsace',
  '972': 'Collectivité territoriale de Martinique',
  '973': 'Collectivité territoriale de Guyane',
};

/**
 * Installs a real territory from the official register: organizations, first rules of competence,
 * first administrator.
 *
 * @returns what was done and what is left to do, in French; the only place where the first
 *   password is ever shown
 * @throws CommandError when the database is in use or the code unknown; nothing is then installed
 */
export async function initFromRegister(platform: Platform, options: InitOptions): Promise<string> {
  if (await hasTerritory(platform)) {
    throw new CommandError(
      'Cette base contient déjà un territoire : « init » ne s’exécute qu’une fois, sur une base vide. Rien n’a été modifié.',
    );
  }
  const email = options.admin ?? 'admin@localhost.localdomain';
  if (!/^[^\s@]{1,64}@[^\s@]{1,190}$/.test(email)) {
    throw new CommandError(`« ${email} » n’est pas une adresse électronique.`);
  }
  const { epci, commune } = options;
  if ((epci === undefined) === (commune === undefined)) {
    throw new CommandError('Indiquez --epci SIREN ou --commune CODE_INSEE, et un seul des deux.');
  }
  const extract = await readRegister(epci ? { epci } : { commune: commune as string });
  const { command, leader } = plan(platform, extract, commune !== undefined, options.name);
  const act = await foundTerritory(platform, command);
  await importCatalogue(platform, act, {
    services: DEFAULT_CATALOGUE.map((service) => ({ ...service, offered: true })),
  });
  await importReplyTemplates(platform, act, STARTER_TEMPLATES);
  const account = await createAccount(platform, act, {
    email,
    name: 'Administration',
    grants: [{ organizationId: leader.id, role: 'administrator' }],
  });
  return report(command, leader.name, email, account.password ?? '');
}

function plan(
  platform: Platform,
  { epci, communes, departements }: RegisterExtract,
  single: boolean,
  name: string | undefined,
) {
  const id = () => uuidv7(platform.clock);
  const orients = single ? 'commune' : whoOrients(epci);
  const townships = communes.map((commune) => ({
    id: id(),
    kind: 'commune' as const,
    name: commune.nom,
    code: commune.code,
    siren: commune.siren ?? null,
    population:
      commune.population === undefined
        ? null
        : { count: commune.population, ...COMMUNE_POPULATION },
    orientation: orients === 'commune',
    departement: commune.departement,
  }));
  const grouping = {
    id: id(),
    kind: 'epci' as const,
    name: epci.nom,
    code: epci.code,
    siren: epci.code,
    population: { count: epci.populationMunicipale, ...EPCI_POPULATION },
    orientation: orients === 'epci',
  };
  // The métropole de Lyon is its own département (CGCT, article L3611-1).
  const counties = (epci.type === 'MET69' ? [] : departements).map(({ code, nom }) => ({
    id: id(),
    kind: 'departement' as const,
    name: SINGLE_AUTHORITIES[code] ?? `${nom} (département)`,
    code,
  }));
  const [first] = townships;
  const leader = single && first ? first : grouping;
  const territoryName = name ?? leader.name;
  const command: FoundTerritory = {
    territory: {
      slug: slugOf(territoryName),
      name: territoryName,
      bounds: METROPOLITAN_FRANCE,
      center: { lat: 46.6, long: 2.4 },
      contact: { phone: null, email: null, address: null },
      demonstration: false,
      hostnames: [],
    },
    organizations: [...townships.map(({ departement, ...rest }) => rest), grouping, ...counties],
    competences: defaultCompetences({
      epci: { ...epci, id: grouping.id },
      communes: townships,
      departements: counties,
      roadGroup: ROAD_GROUP,
      from: parisDate(platform.clock.now()),
    }),
  };
  return { command, leader };
}

function report(command: FoundTerritory, leader: string, email: string, password: string): string {
  const { organizations, competences, territory } = command;
  const communes = organizations.filter(({ kind }) => kind === 'commune').length;
  return [
    `Territoire « ${territory.name} » installé : ${inWords(communes, 'commune', 'communes')}, ` +
      `${organizations.length - communes} autres collectivités, ${competences.length} règles de compétence, ` +
      `${DEFAULT_CATALOGUE.length} prestations, ${STARTER_TEMPLATES.length} réponses types.`,
    '',
    `Premier compte d’administration, pour ${leader} :`,
    `  adresse       ${email}`,
    `  mot de passe  ${password}`,
    'Ce mot de passe ne sera plus jamais affiché : notez-le, puis changez-le.',
    '',
    'Reste à faire : importer les contours officiels et les adresses (Base adresse locale),',
    '  npx cantonnier import boundaries FICHIER.geojson',
    '  npx cantonnier import addresses FICHIER.csv',
    'puis vérifier les règles de compétence avec vos délibérations.',
  ].join('\n');
}

const slugOf = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
