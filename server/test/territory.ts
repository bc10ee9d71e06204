import type { Polygon } from 'geojson';
import { type Competence, foundTerritory } from '../src/modules/organizations/index.ts';
import type { Clock } from '../src/platform/clock/index.ts';
import { uuidv7 } from '../src/platform/ids/index.ts';
import type { TestPlatform } from './platform.ts';

/** A square of the map, in degrees: west, south, side. */
export const square = (west: number, south: number, side: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});

/** A rule for any service, any road, from 2020 on, unless said. */
export const competence = (organizationId: string, more: Partial<Competence> = {}): Competence => ({
  organizationId,
  value: 'yes',
  declared: null,
  serviceCode: null,
  serviceGroup: null,
  roadClasses: null,
  roadNumbers: null,
  builtUp: null,
  ownerIds: null,
  areaOrganizationId: null,
  priority: 0,
  validFrom: '2020-01-01',
  validUntil: null,
  reason: 'règle de test',
  ...more,
});

/** Ids of the organizations of {@link foundTestTerritory}. */
export interface TestTerritory {
  /** Holds 43.6–43.7 N, 3.8–3.9 E. */
  west: string;
  /** Its neighbour, 3.9–4.0 E. */
  east: string;
  metropole: string;
  departement: string;
  operator: string;
}

/**
 * Founds the territory of a test: two communes side by side, their métropole (which orients, and
 * holds the services of the group « Voirie »), their département (departmental roads), an operator
 * without rules.
 */
export async function foundTestTerritory(
  test: Pick<TestPlatform, 'platform' | 'territoryId'> & { clock: Clock },
): Promise<TestTerritory> {
  const id = () => uuidv7(test.clock);
  const ids = { west: id(), east: id(), metropole: id(), departement: id(), operator: id() };
  const whole = {
    type: 'MultiPolygon' as const,
    coordinates: [square(3.8, 43.6, 0.1).coordinates, square(3.9, 43.6, 0.1).coordinates],
  };
  await foundTerritory(test.platform, {
    territory: {
      id: test.territoryId,
      slug: 'essai',
      name: 'Territoire d’essai',
      bounds: { west: 3.8, south: 43.6, east: 4, north: 43.7 },
      center: { lat: 43.65, long: 3.9 },
      contact: { phone: '04 00 00 00 00', email: null, address: null },
      demonstration: false,
      hostnames: ['essai.example'],
    },
    organizations: [
      {
        id: ids.west,
        kind: 'commune',
        name: 'Ouestville',
        code: '99001',
        boundary: square(3.8, 43.6, 0.1),
      },
      {
        id: ids.east,
        kind: 'commune',
        name: 'Estville',
        code: '99002',
        boundary: square(3.9, 43.6, 0.1),
      },
      {
        id: ids.metropole,
        kind: 'epci',
        name: 'Métropole d’essai',
        code: '990000001',
        orientation: true,
        boundary: whole,
      },
      {
        id: ids.departement,
        kind: 'departement',
        name: 'Département d’essai',
        code: '99',
        boundary: square(3, 43, 2),
      },
      { id: ids.operator, kind: 'operator', name: 'Eaux d’essai', code: '990000002' },
    ],
    competences: [
      competence(ids.west),
      competence(ids.east),
      competence(ids.metropole, { serviceGroup: 'Voirie' }),
      competence(ids.departement, { serviceGroup: 'Voirie', roadClasses: ['departmental'] }),
    ],
  });
  return ids;
}
