import type { Tx } from '../../platform/db/index.ts';
import { distanceMetres, type Point } from '../../platform/geo/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { organizationsById } from '../organizations/index.ts';
import { findAddresses, findSimilarPlaces } from './gazetteer-store.ts';
import type { Place } from './place.ts';
import { type Match, matchWords } from './search/match.ts';
import { type Query, readQuery } from './search/read-query.ts';
import { wordsOf } from './search/words.ts';

export interface SearchPlaces {
  text: string;
  /** Prefers what is near, between equals. */
  near?: Point | undefined;
  /** At most 20; 8 unless said. */
  limit?: number | undefined;
}

interface Candidate {
  place: Omit<Place, 'label'> & { name: string; postcode: string | null };
  match: Match;
  number: string | null;
}

/**
 * Finds places by name: accents, typing errors, abbreviations and the position of the house number
 * do not matter. Exact names first, then those that the words begin, then those with slips.
 */
export async function searchPlaces(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  { text, near, limit = 8 }: SearchPlaces,
): Promise<Place[]> {
  const query = readQuery(text.slice(0, 200));
  if (query.text === '') return [];
  const named = await findSimilarPlaces(tx, territoryId, query.text);
  const communes = await communePlaces(platform, tx, territoryId);
  const candidates = [...named, ...communes]
    .flatMap((place) => bestMatch(query, place) ?? [])
    .toSorted(byRelevance(query, near))
    .slice(0, Math.min(limit, 20));
  return present(tx, territoryId, candidates);
}

async function communePlaces(platform: Platform, tx: Tx, territoryId: string) {
  const organizations = await organizationsById(platform, tx, territoryId);
  return [...organizations.values()].flatMap(({ id, kind, name, box }) =>
    kind === 'commune' && box
      ? [
          {
            id,
            kind: 'commune' as const,
            name,
            communeName: name,
            postcode: null,
            point: { lat: (box.south + box.north) / 2, long: (box.west + box.east) / 2 },
          },
        ]
      : [],
  );
}

function bestMatch(query: Query, place: Candidate['place']): Candidate | undefined {
  const name = wordsOf(place.name);
  const commune = place.kind === 'commune' ? [] : wordsOf(place.communeName);
  let best: Candidate | undefined;
  for (const { words, number } of query.readings) {
    if (number !== null && place.kind !== 'street') continue;
    const match = matchWords(words, name, commune);
    if (match && (!best || compareMatches(match, best.match) < 0)) best = { place, match, number };
  }
  return best;
}

const compareMatches = (a: Match, b: Match) => b.tier - a.tier || b.score - a.score;

const byRelevance =
  ({ postcode }: Query, near: Point | undefined) =>
  (a: Candidate, b: Candidate): number => {
    const byPostcode =
      postcode === null
        ? 0
        : Number(b.place.postcode === postcode) - Number(a.place.postcode === postcode);
    const byDistance = near
      ? distanceMetres(near, a.place.point) - distanceMetres(near, b.place.point)
      : 0;
    return (
      b.match.tier - a.match.tier ||
      byPostcode ||
      Math.round((b.match.score - a.match.score) * 20) ||
      byDistance ||
      a.place.name.localeCompare(b.place.name, 'fr') ||
      (a.place.id < b.place.id ? -1 : 1)
    );
  };

async function present(tx: Tx, territoryId: string, candidates: Candidate[]): Promise<Place[]> {
  const asked = candidates.flatMap(({ place, number }) =>
    number === null ? [] : [{ placeId: place.id, numberKey: number }],
  );
  const addresses = await findAddresses(tx, territoryId, asked);
  return candidates.map(({ place, number }) => {
    const { name, postcode, ...rest } = place;
    const label = place.kind === 'commune' ? name : `${name}, ${place.communeName}`;
    const address = addresses.find((one) => one.placeId === place.id && one.numberKey === number);
    if (!address) return { ...rest, label };
    const { id, point } = address;
    return { ...rest, id, point, kind: 'address' as const, label: `${address.number} ${label}` };
  });
}
