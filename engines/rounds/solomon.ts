import { ProblemError } from './errors.ts';
import type { Problem } from './problem.ts';

/**
 * What a distance is. `dimacs`: Euclidean, truncated to one decimal, time the same (12th DIMACS
 * challenge); all inside is in tenths. `exact`: Euclidean to four decimals, all inside in ten-thousandths.
 */
export type Convention = 'dimacs' | 'exact';

/** What all is multiplied by, to be whole. */
export const UNIT: Readonly<Record<Convention, number>> = { dimacs: 10, exact: 10_000 };

const MOST_ROWS = 5_001;

/**
 * Reads an instance in Solomon's format (vehicles, then number, x, y, demand, ready, due, service).
 * Every customer must be served, at the least distance, whatever the number of vehicles.
 *
 * @throws ProblemError when the text is not such an instance
 */
export function readSolomon(text: string, convention: Convention = 'dimacs'): Problem {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => /^[-+.\d\s]+$/.test(line) && line !== '')
    .map((line) => line.split(/\s+/).map(Number));
  const [fleet, ...nodes] = rows;
  const fine =
    fleet?.length === 2 &&
    nodes.length > 0 &&
    nodes.length <= MOST_ROWS &&
    nodes.every((row, at) => row.length === 7 && row[0] === at && row.every(Number.isFinite));
  if (!fine) throw new ProblemError([{ at: 'file', says: 'is not in the format of Solomon' }]);

  const unit = UNIT[convention];
  const [vehicles = 0, capacity = 0] = fleet;
  const places = nodes.length;
  const distances = new Int32Array(places * places);
  nodes.forEach(([, x = 0, y = 0], from) => {
    nodes.forEach(([, otherX = 0, otherY = 0], to) => {
      distances[from * places + to] = Math.floor(unit * Math.hypot(x - otherX, y - otherY) + 1e-9);
    });
  });
  const [, , , , opening = 0, closing = 0] = nodes[0] as number[];
  return {
    places,
    profiles: { vehicle: { times: distances, distances } },
    jobs: nodes.slice(1).map(([id, , , demand = 0, ready = 0, due = 0, service = 0], at) => ({
      id: String(id),
      place: at + 1,
      duration: Math.round(service * unit),
      windows: [{ from: Math.round(ready * unit), to: Math.round(due * unit) }],
      load: [demand],
    })),
    crews: Array.from({ length: vehicles }, (_, at) => ({
      id: `${at + 1}`,
      shift: { from: Math.round(opening * unit), to: Math.round(closing * unit) },
      start: 0,
      end: 0,
      profile: 'vehicle',
      capacity: [capacity],
    })),
    // A unit of distance is a unit of cost; nothing is worth leaving a customer.
    weights: { distance: 1_000, travel: 0, unserved: 1_000_000 },
  };
}
