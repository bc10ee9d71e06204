import { parisDate } from '../../platform/clock/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Point } from '../../platform/geo/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { describeOutside } from './describe-outside.ts';
import { directoryOf } from './directory.ts';
import {
  communeAt,
  type DirectoryOrganization,
  decideCompetence,
  type OrganizationKind,
  type RoadClass,
} from './model.ts';

export interface FindCompetent {
  serviceCode: string;
  serviceGroup: string | null;
  point: Point;
  /** Of the street at the point, when the gazetteer knows it. */
  roadClass: RoadClass | null;
  roadNumber?: string | null;
  builtUp?: boolean | null;
  at: Date;
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
  const { at, roadNumber = null, builtUp = null, ...question } = asked;
  const decision = decideCompetence(organizations, competences, {
    ...question,
    roadNumber,
    builtUp,
    on: parisDate(at),
  });
  return {
    outcome: decision.outcome,
    organization: decision.organization && refer(decision.organization),
    reason:
      decision.outcome === 'outside'
        ? describeOutside(territoryName, organizations, asked.point)
        : decision.reason,
    commune: decision.commune && { id: decision.commune.id, name: decision.commune.name },
    candidates: decision.candidates.map(({ organization, reason }) => ({
      organization: refer(organization),
      reason,
    })),
  };
}

/** The commune that holds a point, if the contours are known. */
export async function findCommune(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  point: Point,
): Promise<OrganizationReference | null> {
  const { organizations } = await directoryOf(platform, tx, territoryId);
  const commune = communeAt(organizations, point);
  return commune && refer(commune);
}

const refer = ({ id, name, kind }: DirectoryOrganization): OrganizationReference => ({
  id,
  name,
  kind,
});
