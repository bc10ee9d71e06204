import { ringArea, subtract, type Vec } from '../core/plane.ts';
import type { StreetNetwork } from './cut-streets.ts';

/** A face of the street network: land with streets all round. */
export interface Block {
  /** Open ring along the middle of the streets, turning left. */
  ring: Vec[];
  area: number;
  /** Indices of the stretches around it. */
  stretches: number[];
}

/** The blocks without a blind alley in them, found by walking each stretch with the block on the left. */
export function findBlocks({ nodes, stretches }: StreetNetwork): Block[] {
  // Half-edge 2i runs along stretch i, 2i + 1 against it.
  const lineOf = (half: number): Vec[] => {
    const { line } = stretches[half >> 1] as { line: Vec[] };
    return half % 2 === 0 ? line : [...line].reverse();
  };
  const outgoing: { half: number; angle: number }[][] = nodes.map(() => []);
  stretches.forEach(({ from, to }, i) => {
    for (const [half, node] of [
      [2 * i, from],
      [2 * i + 1, to],
    ] as const) {
      const line = lineOf(half);
      const [dx, dy] = subtract(line[1] as Vec, line[0] as Vec);
      outgoing[node]?.push({ half, angle: Math.atan2(dy, dx) });
    }
  });
  for (const list of outgoing) list.sort((a, b) => a.angle - b.angle);

  const after = (half: number): number => {
    const stretch = stretches[half >> 1] as { from: number; to: number };
    const node = half % 2 === 0 ? stretch.to : stretch.from;
    const list = outgoing[node] as { half: number }[];
    const back = list.findIndex((edge) => edge.half === (half ^ 1));
    return (list[(back + list.length - 1) % list.length] as { half: number }).half;
  };

  const seen = new Uint8Array(stretches.length * 2);
  const blocks: Block[] = [];
  for (let start = 0; start < seen.length; start++) {
    if (seen[start]) continue;
    const ring: Vec[] = [];
    const around: number[] = [];
    for (let half = start; !seen[half]; half = after(half)) {
      seen[half] = 1;
      around.push(half >> 1);
      ring.push(...lineOf(half).slice(0, -1));
    }
    const area = ringArea(ring);
    if (area > 0 && new Set(around).size === around.length)
      blocks.push({ ring, area, stretches: around });
  }
  return blocks;
}
