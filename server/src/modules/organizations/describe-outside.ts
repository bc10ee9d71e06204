import { distanceToShape, type Point } from '../../platform/geo/index.ts';
import type { DirectoryOrganization } from './model.ts';
import { looksSwapped } from './survey-ground.ts';

export interface NearbyOrganization {
  organization: DirectoryOrganization;
  metres: number;
}

/** The communes nearest to a point, nearest first; 0 metres for the one that holds it. */
export function nearestCommunes(
  organizations: readonly DirectoryOrganization[],
  point: Point,
  count = 2,
): NearbyOrganization[] {
  return organizations
    .flatMap((organization) =>
      organization.kind === 'commune' && organization.boundary
        ? [{ organization, metres: distanceToShape(point, organization.boundary) }]
        : [],
    )
    .toSorted((a, b) => a.metres - b.metres)
    .slice(0, count);
}

/**
 * Tells in French a person whose place is not ours where it lies, and who may be competent there:
 * communal roads are the commune's (code de la voirie routière L141-1), departmental ones the
 * département's (L131-1), national ones the State's (L121-1).
 */
export function describeOutside(
  territoryName: string,
  organizations: readonly DirectoryOrganization[],
  point: Point,
): string {
  if (looksSwapped(organizations, point)) {
    return (
      'Latitude et longitude semblent inversées :' +
      ` le point ${point.long}, ${point.lat} serait dans le territoire « ${territoryName} ».` +
      ` Le point donné (latitude ${point.lat}, longitude ${point.long}) est en dehors.`
    );
  }
  const near = nearestCommunes(organizations, point).map(
    ({ organization, metres }) => `${organization.name} (à ${inWords(metres)})`,
  );
  const where =
    near.length === 0
      ? ''
      : near.length === 1
        ? ` La commune du territoire la plus proche est ${near[0]}.`
        : ` Les communes du territoire les plus proches sont ${near.join(' et ')}.`;
  return (
    `Ce lieu est en dehors du territoire « ${territoryName} ».${where}` +
    ' Pour une rue ou un chemin, adressez-vous à la mairie de la commune où se trouve ce lieu ;' +
    ' pour une route départementale, au département ;' +
    ' pour une route nationale ou une autoroute, à la direction interdépartementale des routes ou au concessionnaire.'
  );
}

function inWords(metres: number): string {
  if (metres < 950) return `${Math.max(50, Math.round(metres / 50) * 50)} m`;
  const kilometres = metres / 1000;
  return `${kilometres.toLocaleString('fr-FR', { maximumFractionDigits: kilometres < 10 ? 1 : 0 })} km`;
}
