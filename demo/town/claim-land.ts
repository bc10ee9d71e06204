import { distance, lineLength, ringCentre, ringContains, type Vec } from '../core/plane.ts';
import type { Random } from '../core/random.ts';
import type { CommuneFacts } from '../territory/communes.ts';
import type { Block } from './find-blocks.ts';
import type { GreatPlace } from './ground.ts';
import { inset, lotAlong } from './lots.ts';
import type { NamedStretch } from './name-streets.ts';
import type { Occupancy } from './occupancy.ts';
import type { LandUse } from './site.ts';

export interface ClaimLand {
  use: LandUse;
  commune: CommuneFacts;
  /** As near to this as can be, instead of anywhere. */
  near?: Vec;
}

/** Takes a piece of land for a public use; undefined when none is left. */
export type LandOffice = (claim: ClaimLand) => Vec[] | undefined;

/** The block that each use takes, in square metres. */
const BLOCK_AREA: Record<LandUse, readonly [number, number]> = {
  square: [900, 4_500],
  school: [5_000, 17_000],
  park: [3_000, 19_000],
  'sports-ground': [9_000, 34_000],
  cemetery: [6_000, 20_000],
};

/** Where no block fits: a field beside a street, in metres along it and away from it. */
const LOT: Record<LandUse, readonly [number, number]> = {
  square: [42, 34],
  school: [70, 55],
  park: [75, 55],
  'sports-ground': [105, 66],
  cemetery: [75, 60],
};

/** Metres between two public places, less and less as land grows scarce. */
const APART = [240, 150, 80];
const NEAR_ENOUGH = 260;

export function openLandOffice(
  blocks: readonly Block[],
  stretches: readonly NamedStretch[],
  places: readonly GreatPlace[],
  occupancy: Occupancy,
  random: Random,
): LandOffice {
  const claimed: Vec[] = places
    .filter(({ kind }) => kind === 'park')
    .map((p) => ringCentre(p.ring));
  const blocksOf = Map.groupBy(
    blocks.map((block) => ({ ...block, centre: ringCentre(block.ring) })),
    (block) => (stretches[block.stretches[0] as number] as NamedStretch).commune,
  );
  const isApart = (at: Vec, metres: number) => claimed.every((p) => distance(p, at) > metres);
  const take = (ring: Vec[]): Vec[] => {
    claimed.push(ringCentre(ring));
    occupancy.reserve(ring);
    return ring;
  };

  const takeBlock = ({ use, commune, near }: ClaimLand): Vec[] | undefined => {
    const [low, high] = BLOCK_AREA[use];
    const fitting = random.shuffled(blocksOf.get(commune) ?? []).filter(({ area, centre }) => {
      const within = !near || distance(centre, near) < NEAR_ENOUGH;
      return area > low && area < high && within;
    });
    if (near) fitting.sort((a, b) => distance(a.centre, near) - distance(b.centre, near));
    for (const metres of near ? [20] : APART) {
      for (const block of fitting) {
        if (!isApart(block.centre, metres)) continue;
        const widest = Math.max(
          ...block.stretches.map((i) => (stretches[i] as NamedStretch).width),
        );
        const ring = inset(block.ring, widest / 2 + 2);
        const taken =
          !ring ||
          occupancy.isBuiltOn(ring) ||
          places.some((p) => ring.some((corner) => ringContains(p.ring, corner)));
        if (!taken) return take(ring);
      }
    }
    return undefined;
  };

  const takeLot = ({ use, commune, near }: ClaimLand): Vec[] | undefined => {
    const [along, away] = LOT[use];
    const sides = random.shuffled(
      stretches.filter(
        (s) => s.commune === commune && s.builtUp && !s.bridge && s.roadClass !== 'national',
      ),
    );
    if (near) {
      const away = ({ line }: NamedStretch) => distance(line[line.length >> 1] as Vec, near);
      sides.sort((a, b) => away(a) - away(b));
    }
    for (const { line, width } of sides) {
      const length = lineLength(line);
      if (length < along * 0.6) continue;
      for (const side of [1, -1]) {
        const front = Math.min(along, length - 4);
        const ring = lotAlong(line, 2, side, front, away, width / 2 + 2);
        if (occupancy.isFree(ring)) return take(ring);
      }
    }
    return undefined;
  };

  return (claim) => takeBlock(claim) ?? takeLot(claim);
}
