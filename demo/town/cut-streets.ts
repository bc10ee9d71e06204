import { along, crossing, distance, lineLength, type Vec, widen } from '../core/plane.ts';
import { boxAround, boxOf, SpatialGrid } from '../core/spatial-grid.ts';
import type { Ground } from './ground.ts';
import { RIVER } from './plan.ts';
import type { RawStreet } from './trace-streets.ts';

/** A stretch of street between two crossings. */
export interface Stretch {
  from: number;
  to: number;
  line: Vec[];
  /** Index of the street it was cut from. */
  street: number;
}

export interface StreetNetwork {
  nodes: Vec[];
  stretches: Stretch[];
}

interface Piece {
  a: Vec;
  b: Vec;
  street: number;
  index: number;
}

/** Crossings nearer than this are one. */
const MERGE = 11;

/**
 * Cuts streets where they cross each other, the communes' borders, the river's banks and the edge
 * of the built-up area; merges crossings that nearly coincide; then removes tails and islands.
 */
export function cutStreets(
  streets: readonly RawStreet[],
  borders: readonly Vec[][],
  ground: Ground,
): StreetNetwork {
  const cuts = streets.map(() => [] as number[]);
  const pieces = new SpatialGrid<Piece>(60);
  streets.forEach(({ line }, street) => {
    for (let i = 1; i < line.length; i++) {
      const [a, b] = [line[i - 1] as Vec, line[i] as Vec];
      const box = boxOf([a, b]);
      for (const other of pieces.query(box)) {
        if (other.street === street && Math.abs(other.index - i) <= 1) continue;
        const hit = crossing(a, b, other.a, other.b);
        if (!hit) continue;
        cuts[street]?.push(i - 1 + hit.t);
        cuts[other.street]?.push(other.index - 1 + hit.u);
      }
      pieces.insert({ a, b, street, index: i }, box);
    }
  });
  const banks = widen(ground.river, RIVER.halfWidth + 12);
  for (const knife of [...borders, banks]) {
    for (let i = 1; i < knife.length; i++) {
      const [a, b] = [knife[i - 1] as Vec, knife[i] as Vec];
      for (const piece of pieces.query(boxOf([a, b]))) {
        const hit = crossing(piece.a, piece.b, a, b);
        if (hit) cuts[piece.street]?.push(piece.index - 1 + hit.t);
      }
    }
  }
  streets.forEach(({ line, road }, street) => {
    if (!road) return;
    for (let i = 1; i < line.length; i++) {
      const entering = ground.builtUpAt(line[i] as Vec);
      const inside = ground.builtUpAt(line[i - 1] as Vec);
      if (entering !== inside) cuts[street]?.push(i);
    }
  });

  const nodes: Vec[] = [];
  const nodeGrid = new SpatialGrid<number>(40);
  const nodeAt = (p: Vec): number => {
    for (const node of nodeGrid.query(boxAround(p, MERGE))) {
      if (distance(nodes[node] as Vec, p) < MERGE) return node;
    }
    nodeGrid.insert(nodes.length, boxAround(p, 0));
    return nodes.push(p) - 1;
  };

  let stretches: Stretch[] = [];
  streets.forEach(({ line }, street) => {
    const marks = [0, ...(cuts[street] as number[]).sort((a, b) => a - b), line.length - 1];
    for (let k = 1; k < marks.length; k++) {
      const [start, end] = [marks[k - 1] as number, marks[k] as number];
      if (end - start < 1e-6) continue;
      const part = slice(line, start, end);
      const from = nodeAt(part[0] as Vec);
      const to = nodeAt(part.at(-1) as Vec);
      if (from === to && lineLength(part) < 60) continue;
      part[0] = nodes[from] as Vec;
      part[part.length - 1] = nodes[to] as Vec;
      stretches.push({ from, to, line: thin(part), street });
    }
  });
  stretches = dropTwins(stretches);
  stretches = dropTails(stretches, streets, nodes.length);
  return keepMainland(nodes, stretches);
}

/** The part of a line between two positions, counted in vertices. */
function slice(line: readonly Vec[], start: number, end: number): Vec[] {
  const at = (position: number): Vec => {
    const i = Math.min(line.length - 2, Math.floor(position));
    return along(line[i] as Vec, line[i + 1] as Vec, position - i);
  };
  const inner = line.slice(Math.floor(start) + 1, Math.ceil(end));
  return [at(start), ...inner, at(end)];
}

/** Leaves out points that add less than half a metre to the shape. */
function thin(line: Vec[]): Vec[] {
  const result: Vec[] = [line[0] as Vec];
  for (let i = 1; i < line.length - 1; i++) {
    const a = result.at(-1) as Vec;
    const b = line[i + 1] as Vec;
    const p = line[i] as Vec;
    const base = distance(a, b) || 1;
    const offset = Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / base;
    if ((offset > 0.5 || distance(a, p) > 70) && distance(a, p) > 4) result.push(p);
  }
  result.push(line.at(-1) as Vec);
  return result;
}

/** Two stretches between the same crossings, of nearly the same length, are one. */
function dropTwins(stretches: Stretch[]): Stretch[] {
  const seen = new Map<string, number>();
  return stretches.filter(({ from, to, line }) => {
    const key = from < to ? `${from}-${to}` : `${to}-${from}`;
    const length = lineLength(line);
    const other = seen.get(key);
    if (other !== undefined && Math.abs(other - length) < 25) return false;
    seen.set(key, length);
    return true;
  });
}

/** A tail is a stretch with a free end: too short to be an alley, or in a quarter that has none. */
function dropTails(
  stretches: Stretch[],
  streets: readonly RawStreet[],
  nodeCount: number,
): Stretch[] {
  let kept = stretches;
  for (;;) {
    const degree = new Uint16Array(nodeCount);
    for (const { from, to } of kept) {
      degree[from] = (degree[from] ?? 0) + 1;
      degree[to] = (degree[to] ?? 0) + 1;
    }
    const next = kept.filter(({ from, to, line, street }) => {
      if (degree[from] !== 1 && degree[to] !== 1) return true;
      const { road, close, pattern } = streets[street] as RawStreet;
      if (road) return lineLength(line) > 60;
      if (close) return lineLength(line) > 40;
      const length = lineLength(line);
      return pattern === 'suburb' || pattern === 'village' || pattern === 'business'
        ? length > 45 && length < 130
        : length > 40 && length < 80;
    });
    if (next.length === kept.length) return kept;
    kept = next;
  }
}

/** Only what can be reached from the longest connected part. */
function keepMainland(nodes: Vec[], stretches: Stretch[]): StreetNetwork {
  const parent = nodes.map((_, i) => i);
  const root = (i: number): number => {
    let r = i;
    while (parent[r] !== r) r = parent[r] as number;
    parent[i] = r;
    return r;
  };
  for (const { from, to } of stretches) parent[root(from)] = root(to);
  const weight = new Map<number, number>();
  for (const { from } of stretches) weight.set(root(from), (weight.get(root(from)) ?? 0) + 1);
  const mainland = [...weight].sort((a, b) => b[1] - a[1])[0]?.[0];
  return { nodes, stretches: stretches.filter(({ from }) => root(from) === mainland) };
}
