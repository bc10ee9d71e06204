import type { Tx } from '../../../platform/db/index.ts';
import { boxAround, type Point } from '../../../platform/geo/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organizationsById } from '../../organizations/index.ts';
import { findSimilarPlaces } from '../gazetteer-store.ts';
import { locate } from '../locate.ts';
import { matchWords } from '../search/match.ts';
import { wordsOf } from '../search/words.ts';
import { type Area, isOfShape } from './area.ts';
import { listParks, type ParkRow, parksIn } from './area-store.ts';
import { communeOfPark, findArea, parkShape } from './find-area.ts';

/** An area by its name, without where it lies. */
export type NamedArea = Pick<Area, 'kind' | 'id' | 'name' | 'communeName'>;

const MOST_FOUND = 12;
const BESIDE_METRES = 30;

/** Streets, parks and communes by name; slips, accents and abbreviations do not matter. */
export async function searchAreas(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  text: string,
): Promise<NamedArea[]> {
  const asked = wordsOf(text.slice(0, 200));
  if (asked.length === 0) return [];
  const [places, parks, communes] = [
    await findSimilarPlaces(tx, territoryId, asked.join(' ')),
    await listParks(tx, territoryId),
    await organizationsById(platform, tx, territoryId),
  ];
  const streets = places.filter(({ kind }) => kind === 'street');
  const candidates: NamedArea[] = [
    ...[...communes.values()]
      .filter(({ kind }) => kind === 'commune')
      .map(({ id, name }) => ({ kind: 'commune' as const, id, name, communeName: name })),
    ...(await Promise.all(parks.map((park) => namedPark(platform, tx, territoryId, park)))),
    ...streets.map(({ id, name, communeName }) => ({
      kind: 'street' as const,
      id,
      name,
      communeName,
    })),
  ];
  return candidates
    .flatMap((area) => {
      const commune = area.kind === 'commune' ? [] : wordsOf(area.communeName);
      const match = matchWords(asked, wordsOf(area.name), commune);
      return match ? [{ area, match }] : [];
    })
    .toSorted((a, b) => b.match.tier - a.match.tier || b.match.score - a.match.score)
    .slice(0, MOST_FOUND)
    .map(({ area }) => area);
}

/** The street, the parks and the commune of a point: what a neighbour of it may care for. */
export async function areasAt(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  point: Point,
): Promise<NamedArea[]> {
  const { street, addressStreet, communeId, communeName } = await locate(
    platform,
    tx,
    territoryId,
    point,
  );
  const found: NamedArea[] = [];
  // A corner is on two streets: the one of its address, and the nearest.
  for (const name of new Set([addressStreet, street])) {
    if (name) found.push(...(await streetsAt(platform, tx, territoryId, name, point)));
  }
  for (const park of await parksIn(tx, territoryId, boxAround(point, BESIDE_METRES))) {
    if (!isOfShape(parkShape(park), point)) continue;
    found.push(await namedPark(platform, tx, territoryId, park));
  }
  if (communeId && communeName) {
    found.push({ kind: 'commune', id: communeId, name: communeName, communeName });
  }
  return found;
}

async function streetsAt(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  name: string,
  point: Point,
): Promise<NamedArea[]> {
  const found: NamedArea[] = [];
  for (const place of await findSimilarPlaces(tx, territoryId, wordsOf(name).join(' '))) {
    if (place.kind !== 'street' || place.name !== name) continue;
    const area = await findArea(platform, tx, territoryId, 'street', place.id);
    if (!area?.shape || !isOfShape(area.shape, point)) continue;
    const { id, communeName } = area;
    found.push({ kind: 'street', id, name, communeName });
  }
  return found;
}

async function namedPark(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  park: ParkRow,
): Promise<NamedArea> {
  const commune = await communeOfPark(platform, tx, territoryId, park);
  return { kind: 'park', id: park.id, name: park.name, communeName: commune?.name ?? '' };
}
