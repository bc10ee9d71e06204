import { parisDate } from '../../platform/clock/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Point } from '../../platform/geo/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { type Candidate, decideCompetence } from './decide-competence.ts';
import { describeOutside } from './describe-outside.ts';
import { type Directory, directoryOf } from './directory.ts';
import type {
  CompetenceQuestion,
  DirectoryOrganization,
  OrganizationKind,
  RoadClass,
} from './model.ts';
import { communeAt, looksSwapped } from './survey-ground.ts';

export interface FindCompetent {
  serviceCode: string;
  serviceGroup: string | null;
  point: Point;
  /** Of the street at the point, when the gazetteer knows it. */
  roadClass: RoadClass | null;
  roadNumber?: string | null;
  street?: string | null;
  builtUp?: boolean | null;
  /** Names of what lies there: a park, a building; null when nobody knows. */
  placeNames?: readonly string[] | null;
  /** INSEE code or SIREN of who owns the road, the park or the object there. */
  ownerCode?: string | null;
  at: Date;
  /** Organizations that refused: decided as if they had no rule. */
  without?: readonly string[];
}

export interface OrganizationReference {
  id: string;
  name: string;
  kind: OrganizationKind;
}

/** Who is competent, why, and who else may be. Plain JSON. */
export interface CompetenceFinding {
  outcome: 'found' | 'unclear' | 'outside';
  organization: OrganizationReference | null;
  /** In French, to be shown. */
  reason: string;
  commune: { id: string; name: string } | null;
  candidates: { organization: OrganizationReference; reason: string }[];
  /** Outside only because latitude and longitude were exchanged. */
  swapped: boolean;
  /** Who decides at this place when nobody is sure. */
  orienting: OrganizationReference | null;
  /** Public authorities that act at this place for this service or for another. */
  authorityIds: string[];
}

/** Finds who is competent for a service at a place on a day; costs one read by primary key. */
export async function findCompetent(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  asked: FindCompetent,
): Promise<CompetenceFinding> {
  const directory = await directoryOf(platform, tx, territoryId);
  const { organizations, competences, territoryName } = directory;
  const question = questionOf(directory, asked, parisDate(asked.at));
  const without = new Set(asked.without);
  const decision = decideCompetence(organizations, competences, question, without);
  const isOutside = decision.outcome === 'outside';
  return {
    outcome: decision.outcome,
    organization: decision.organization && refer(decision.organization),
    reason: isOutside
      ? describeOutside(territoryName, organizations, asked.point)
      : decision.reason,
    commune: decision.commune && { id: decision.commune.id, name: decision.commune.name },
    candidates: decision.candidates.map(referCandidate),
    swapped: isOutside && looksSwapped(organizations, asked.point),
    orienting: decision.orienting && refer(decision.orienting),
    authorityIds: decision.authorities.map(({ id }) => id),
  };
}

/** The commune that holds a point, if the contours are known. */
export async function findCommune(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  point: Point,
): Promise<(OrganizationReference & { code: string }) | null> {
  const { organizations } = await directoryOf(platform, tx, territoryId);
  const commune = communeAt(organizations, point);
  return commune && { ...refer(commune), code: commune.code };
}

/** An owner that is not of the territory (the State, a person) is known, and is none of ours. */
export function questionOf(
  { organizations }: Directory,
  asked: Omit<FindCompetent, 'at' | 'without'>,
  on: string,
): CompetenceQuestion {
  const { ownerCode = null, placeNames = null } = asked;
  const owner = organizations.find(({ code }) => code === ownerCode);
  return {
    serviceCode: asked.serviceCode,
    serviceGroup: asked.serviceGroup,
    point: asked.point,
    roadClass: asked.roadClass,
    roadNumber: asked.roadNumber ?? null,
    street: asked.street ?? null,
    builtUp: asked.builtUp ?? null,
    placeNames: placeNames && [...placeNames],
    ownerId: owner?.id ?? ownerCode,
    on,
  };
}

export const refer = ({ id, name, kind }: DirectoryOrganization): OrganizationReference => ({
  id,
  name,
  kind,
});

export const referCandidate = ({ organization, reason }: Candidate) => ({
  organization: refer(organization),
  reason,
});
