import { createNoise } from '../core/noise.ts';
import { distance, subtract, unit, type Vec } from '../core/plane.ts';
import { hashText } from '../core/random.ts';
import { boxAround, SpatialGrid } from '../core/spatial-grid.ts';
import type { Ground } from './ground.ts';
import type { QuarterPattern } from './plan.ts';

/** The heading, in radians, that the longer streets take at a point; the shorter ones cross it. */
export type DirectionField = (p: Vec) => number;

const REACH = 320;

/** How far streets stray from the rule, in radians, and over how many metres. */
const WANDER: Record<QuarterPattern, readonly [amplitude: number, wide: boolean]> = {
  'old-town': [0.75, false],
  faubourg: [0.22, true],
  grid: [0.02, true],
  suburb: [0.65, true],
  village: [0.5, false],
  business: [0.06, true],
  estate: [0.1, true],
};

/**
 * A field of directions with no sign, added as tensors: roads and river pull streets along them,
 * planned quarters impose their own axis (after Chen et al., "Interactive procedural street
 * modeling", SIGGRAPH 2008).
 */
export function createDirectionField(ground: Ground, seed: string): DirectionField {
  const guides = new SpatialGrid<{ at: Vec; cos2: number; sin2: number; pull: number }>(160);
  const guide = (line: readonly Vec[], pull: number) => {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1] as Vec, line[i] as Vec];
      const [x, y] = unit(subtract(b, a));
      guides.insert({ at: a, cos2: x * x - y * y, sin2: 2 * x * y, pull }, boxAround(a, REACH));
    }
  };
  for (const { line } of ground.roads) guide(line, 1);
  guide(ground.river, 1.2);
  guide(ground.railway, 0.4);
  const near = createNoise(hashText(`${seed}/near`), 110);
  const far = createNoise(hashText(`${seed}/far`), 380);

  return (p) => {
    let cos2 = 1e-6;
    let sin2 = 0;
    guides.some(boxAround(p, 1), (g) => {
      const d = distance(p, g.at);
      if (d < REACH) {
        const weight = (g.pull * Math.exp(-d / 90)) / 8;
        cos2 += weight * g.cos2;
        sin2 += weight * g.sin2;
      }
      return false;
    });
    const quarter = ground.quarterAt(p);
    if (quarter?.angle !== undefined) {
      const angle = (quarter.angle * Math.PI) / 90;
      cos2 += 1.6 * Math.cos(angle);
      sin2 += 1.6 * Math.sin(angle);
    }
    const [amplitude, wide] = WANDER[quarter?.pattern ?? 'suburb'];
    return Math.atan2(sin2, cos2) / 2 + amplitude * (wide ? far : near)(p[0], p[1]);
  };
}
