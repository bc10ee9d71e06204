import { type Db, gather, onePer, type Tx } from '../../platform/db/index.ts';
import { boxAround, distanceMetres, type Point, pointInPolygon } from '../../platform/geo/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { findCommune } from '../organizations/index.ts';
import { assetsAt } from './holdings/assets-at.ts';
import { UNSAID } from './holdings/holding.ts';
import { namedHoldings } from './holdings/named-holdings.ts';
import { streetKey } from './holdings/read-holdings.ts';
import { type StreetHere, streetAt } from './holdings/street-at.ts';
import type { Location } from './place.ts';
import {
  readSurroundings,
  type Surroundings,
  type SurroundingsAsked,
} from './surroundings-store.ts';

/** Where to look for the lines of roads. */
const ALONG_A_STREET = 50;
const NEAR_AN_ADDRESS = 60;
const NEAR_A_LANDMARK = 250;
/** A door on the street of the point is preferred to one round the corner that is nearer by less. */
const SAME_STREET_BONUS = 20;

/** Tells where a point is: its address as people say it, its street, whose road it is. */
export async function locate(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  point: Point,
): Promise<Location> {
  const commune = await findCommune(platform, tx, territoryId, point);
  const around = await surroundingsOf(platform.db, tx, territoryId, point);
  const named = await namedHoldings(platform.db, tx, territoryId, around.holdingVersion);
  const saidOf = (name: string) => named.get(streetKey(commune?.code ?? '', name));
  const drawn = streetAt(around, point, saidOf);
  const address = nearestAddress(around, point, drawn?.name ?? null);
  const street = drawn ?? (address && streetOfDoor(address, saidOf(address.street)));
  const grounds = [
    ...assetsAt(around, point),
    ...around.grounds.filter(({ geometry }) => pointInPolygon(point, geometry)),
  ];
  const road = {
    street: street?.name ?? street?.roadNumber ?? null,
    addressStreet: null,
    roadClass: street?.roadClass ?? null,
    roadNumber: street?.roadNumber ?? null,
    builtUp: street?.builtUp ?? null,
    ownerCode: ownerOf(street, grounds),
    placeNames: [...new Set(grounds.flatMap(({ name }) => name ?? []))],
    communeId: commune?.id ?? null,
    communeName: commune?.name ?? null,
  };
  if (address) {
    const { number, street: name, communeName, metres } = address;
    return {
      ...road,
      street: road.street ?? name,
      addressStreet: name,
      communeName: road.communeName ?? communeName,
      label: `${number} ${name}, ${communeName}`,
      distanceMetres: Math.round(metres),
    };
  }
  if (street && road.street) {
    const label = withCommune(road.street, road.communeName);
    return { ...road, label, distanceMetres: Math.round(street.metres) };
  }
  const landmark = nearestLandmark(around, point);
  if (landmark) {
    const label = withCommune(`près de ${landmark.name}`, road.communeName ?? landmark.communeName);
    return { ...road, label, distanceMetres: Math.round(landmark.metres) };
  }
  const label = road.communeName ?? `${point.lat.toFixed(5)}, ${point.long.toFixed(5)}`;
  return { ...road, label, distanceMetres: 0 };
}

/** A street that no map draws: only its doors are known, and what the town says of it. */
function streetOfDoor({ street, metres }: { street: string; metres: number }, said = UNSAID) {
  return { name: street, metres, kerb: Number.POSITIVE_INFINITY, ...said };
}

/** On the road, its owner; beside it, that of the asset, the park or the building which is there. */
function ownerOf(
  street: StreetHere | undefined,
  grounds: readonly { ownerCode: string | null }[],
): string | null {
  const ground = grounds.find(({ ownerCode }) => ownerCode !== null)?.ownerCode ?? null;
  return street?.kerb === 0 ? (street.ownerCode ?? ground) : (ground ?? street?.ownerCode ?? null);
}

interface Asked {
  territoryId: string;
  boxes: SurroundingsAsked;
}

/** Every report asks: those that ask at the same moment share one statement. */
const readerOf = onePer((db: Db) =>
  gather((asked: readonly Asked[]) => readTogether(db.read, asked)),
);

function surroundingsOf(db: Db, tx: Tx, territoryId: string, point: Point): Promise<Surroundings> {
  const boxes = {
    streets: boxAround(point, ALONG_A_STREET),
    addresses: boxAround(point, NEAR_AN_ADDRESS),
    landmarks: boxAround(point, NEAR_A_LANDMARK),
    grounds: boxAround(point, 1),
  };
  // Only a transaction sees what it has changed itself.
  if (tx !== db.read)
    return readTogether(tx, [{ territoryId, boxes }]).then(([one]) => one as Surroundings);
  return readerOf(db)({ territoryId, boxes });
}

async function readTogether(tx: Tx, asked: readonly Asked[]): Promise<Surroundings[]> {
  const found = new Map<Asked, Surroundings>();
  for (const [territoryId, some] of Map.groupBy(asked, (one) => one.territoryId)) {
    const around = await readSurroundings(
      tx,
      territoryId,
      some.map(({ boxes }) => boxes),
    );
    for (const [index, one] of some.entries()) found.set(one, around[index] as Surroundings);
  }
  return asked.map((one) => found.get(one) as Surroundings);
}

function nearestAddress({ addresses }: Surroundings, point: Point, street: string | null) {
  const [nearest] = addresses
    .map((address) => {
      const metres = distanceMetres(point, address);
      return {
        ...address,
        metres,
        rank: metres - (address.street === street ? SAME_STREET_BONUS : 0),
      };
    })
    .filter(({ metres }) => metres <= NEAR_AN_ADDRESS)
    .toSorted((a, b) => a.rank - b.rank);
  return nearest;
}

function nearestLandmark({ landmarks }: Surroundings, point: Point) {
  const [nearest] = landmarks
    .map((landmark) => ({ ...landmark, metres: distanceMetres(point, landmark) }))
    .filter(({ metres }) => metres <= NEAR_A_LANDMARK)
    .toSorted((a, b) => a.metres - b.metres);
  return nearest;
}

const withCommune = (label: string, commune: string | null) =>
  commune ? `${label}, ${commune}` : label;
