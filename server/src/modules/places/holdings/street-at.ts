import { distanceToEdge, type Line, type Point } from '../../../platform/geo/index.ts';
import { wordsOf } from '../search/words.ts';
import type { Surroundings } from '../surroundings-store.ts';
import { type HoldingFacts, overlay } from './holding.ts';

/** Beyond, a road no longer says whose the place is: half a large crossroads. */
const ALONG_A_STREET = 50;
/** A road of which nothing is said. */
const USUAL_WIDTH = 6;
/** Two publishers draw the axis of one road so far apart, or less. */
const DRAWN_APART = 5;

/** The street at a point, and whose road it is. */
export interface StreetHere extends HoldingFacts {
  name: string | null;
  /** From its axis, and from its kerb. */
  metres: number;
  kerb: number;
}

/**
 * The street at a point as the map knows it, corrected by what the town says of it: by its line, or
 * else by its name.
 *
 * @param saidOf - what the town says of a whole street of the commune
 */
export function streetAt(
  { streets, placed }: Pick<Surroundings, 'streets' | 'placed'>,
  point: Point,
  saidOf: (name: string) => HoldingFacts | undefined,
): StreetHere | undefined {
  const held = placed.flatMap((one) => (isLine(one.geometry) ? { ...one, isHeld: true } : []));
  const candidates = [...held, ...streets.map((one) => ({ ...one, isHeld: false }))]
    .map((street) => withDistance(street, point))
    .filter(({ kerb }) => kerb <= ALONG_A_STREET)
    // From the kerb, not from the axis: a boulevard reaches further than a lane.
    .toSorted((a, b) => a.kerb - b.kerb || a.metres - b.metres);
  const [nearest] = candidates;
  if (!nearest) return undefined;
  const other = candidates.find((one) => one.isHeld !== nearest.isHeld && isSame(one, nearest));
  const [said, drawn] = nearest.isHeld ? [nearest, other] : [other, nearest];
  const name = nearest.name || other?.name || null;
  const facts = said ?? (name ? saidOf(name) : undefined);
  const street = { ...nearest, ...drawn, name, metres: nearest.metres, kerb: nearest.kerb };
  return facts ? overlay(street, facts) : street;
}

type Distant = StreetHere & { isHeld: boolean };

function withDistance(
  street: HoldingFacts & {
    name: string | null;
    isHeld: boolean;
    widthMetres?: number | null;
    geometry: Surroundings['placed'][number]['geometry'];
  },
  point: Point,
): Distant {
  const { geometry, widthMetres, ...known } = street;
  const metres = distanceToEdge(point, geometry as Line);
  return { ...known, metres, kerb: Math.max(0, metres - (widthMetres ?? USUAL_WIDTH) / 2) };
}

/** Whether the town and the map speak of one road: by its name, or by where it lies if one has none. */
function isSame(a: Distant, b: Distant): boolean {
  if (a.name && b.name) return wordsOf(a.name).join(' ') === wordsOf(b.name).join(' ');
  return Math.abs(a.metres - b.metres) <= DRAWN_APART;
}

const isLine = ({ type }: { type: string }) => type === 'LineString' || type === 'MultiLineString';
