import { contains, type Point, pointInPolygon } from '../../platform/geo/index.ts';
import { byLegalOrder, type DirectoryOrganization, isLocal } from './model.ts';

/** Who stands at a point. */
export interface Ground {
  byId: Map<string, DirectoryOrganization>;
  /** Organizations that act at the point, by legal order then code. */
  here: DirectoryOrganization[];
  commune: DirectoryOrganization | null;
  /** No commune nor EPCI holds the point. */
  outside: boolean;
}

export function surveyGround(
  organizations: readonly DirectoryOrganization[],
  point: Point,
): Ground {
  // Before the official contours are imported nothing can be said to be outside.
  const mapped = organizations.some(({ kind, boundary }) => isLocal(kind) && boundary);
  const here = organizations
    .filter(({ kind, boundary, box }) =>
      boundary
        ? (!box || contains(box, point)) && pointInPolygon(point, boundary)
        : kind !== 'commune' || !mapped,
    )
    .toSorted(byLegalOrder);
  const communes = here.filter(({ kind }) => kind === 'commune');
  const knownCommunes = communes.filter(({ boundary }) => boundary);
  return {
    byId: new Map(organizations.map((organization) => [organization.id, organization])),
    here,
    commune: knownCommunes[0] ?? (communes.length === 1 ? (communes[0] ?? null) : null),
    outside: mapped && !here.some(({ kind, boundary }) => isLocal(kind) && boundary),
  };
}

/** The commune that holds a point; of two that share the edge, the first by code. */
export function communeAt(
  organizations: readonly DirectoryOrganization[],
  point: Point,
): DirectoryOrganization | null {
  return surveyGround(organizations, point).commune;
}

/** Whether the point is outside only because its latitude and longitude were exchanged. */
export function looksSwapped(
  organizations: readonly DirectoryOrganization[],
  { lat, long }: Point,
): boolean {
  if (!surveyGround(organizations, { lat, long }).outside || Math.abs(long) > 90) return false;
  return !surveyGround(organizations, { lat: long, long: lat }).outside;
}
