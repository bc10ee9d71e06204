import { distanceMetres } from './distance.ts';
import { Growing } from './growing.ts';
import type { StreetNetwork } from './network.ts';
import type { StreetRules } from './read-street.ts';

/** Where points are, by their number in the source: `ids` in ascending order, each once. */
export interface MappedPoints {
  ids: Float64Array;
  lat: Float64Array;
  long: Float64Array;
}

export interface MappedStreet extends StreetRules {
  /** The points that it goes through. Points unknown to {@link MappedPoints} cut it. */
  points: ArrayLike<number>;
}

/**
 * Makes a network of streets: cut where they meet, joined where nobody can turn.
 *
 * @param streets - read twice: first for where they meet
 */
export function buildNetwork(
  points: MappedPoints,
  streets: readonly MappedStreet[],
): StreetNetwork {
  const runs = streets.flatMap((street) => knownRuns(points, street));
  const isJunction = findJunctions(points, runs);
  const numbers = new Int32Array(points.ids.length).fill(-1);
  let junctions = 0;
  const numberOf = (point: number) => {
    if ((numbers[point] as number) < 0) numbers[point] = junctions++;
    return numbers[point] as number;
  };
  const out = createWriter();
  for (const { at, rules } of runs) {
    let start = 0;
    for (let index = 1; index < at.length; index++) {
      if (!isJunction[at[index] as number]) continue;
      const shape = at.subarray(start, index + 1);
      out.write(
        numberOf(shape[0] as number),
        numberOf(shape.at(-1) as number),
        shape,
        points,
        rules,
      );
      start = index;
    }
  }
  return out.finish(junctions);
}

interface Run {
  /** Positions in {@link MappedPoints}. */
  at: Uint32Array;
  rules: StreetRules;
}

/** The parts of a street whose points are known: a street that leaves the extract is cut there. */
function knownRuns(points: MappedPoints, street: MappedStreet): Run[] {
  const runs: Run[] = [];
  let run: number[] = [];
  const end = () => {
    if (run.length > 1) runs.push({ at: Uint32Array.from(run), rules: street });
    run = [];
  };
  for (let index = 0; index < street.points.length; index++) {
    const position = positionOf(points.ids, street.points[index] as number);
    if (position < 0) end();
    else if (position !== run.at(-1)) run.push(position);
  }
  end();
  return runs;
}

/** Whether a point is among those known. */
export function hasPoint({ ids }: MappedPoints, id: number): boolean {
  return positionOf(ids, id) >= 0;
}

function positionOf(ids: Float64Array, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = ids[middle] as number;
    if (found === id) return middle;
    if (found < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** A point is a junction when two streets pass there, or one begins, ends or comes again. */
function findJunctions({ ids }: MappedPoints, runs: readonly Run[]): Uint8Array {
  const passages = new Uint8Array(ids.length);
  const pass = (position: number, times: number) => {
    passages[position] = Math.min(2, (passages[position] as number) + times);
  };
  for (const { at } of runs) {
    for (const position of at) pass(position, 1);
    pass(at[0] as number, 2);
    pass(at.at(-1) as number, 2);
  }
  return passages.map((times) => (times > 1 ? 1 : 0));
}

function createWriter() {
  const from = new Growing(Uint32Array);
  const to = new Growing(Uint32Array);
  const metres = new Growing(Float32Array);
  const forward = new Growing(Float32Array);
  const backward = new Growing(Float32Array);
  const maxTonnes = new Growing(Float32Array);
  const maxHeight = new Growing(Float32Array);
  const shapeStart = new Growing(Uint32Array);
  const lat = new Growing(Float64Array);
  const long = new Growing(Float64Array);
  return {
    write(
      start: number,
      end: number,
      shape: Uint32Array,
      points: MappedPoints,
      rules: StreetRules,
    ) {
      shapeStart.push(lat.length);
      let length = 0;
      let last: { lat: number; long: number } | undefined;
      for (const position of shape) {
        const place = {
          lat: points.lat[position] as number,
          long: points.long[position] as number,
        };
        if (last) length += distanceMetres(last, place);
        lat.push(place.lat);
        long.push(place.long);
        last = place;
      }
      const seconds = length / (rules.kmh / 3.6);
      from.push(start);
      to.push(end);
      metres.push(length);
      forward.push(rules.forward ? seconds : Number.POSITIVE_INFINITY);
      backward.push(rules.backward ? seconds : Number.POSITIVE_INFINITY);
      maxTonnes.push(rules.maxTonnes);
      maxHeight.push(rules.maxHeight);
    },
    finish(junctions: number): StreetNetwork {
      shapeStart.push(lat.length);
      return {
        junctions,
        from: from.trimmed(),
        to: to.trimmed(),
        metres: metres.trimmed(),
        forward: forward.trimmed(),
        backward: backward.trimmed(),
        maxTonnes: maxTonnes.trimmed(),
        maxHeight: maxHeight.trimmed(),
        shapeStart: shapeStart.trimmed(),
        lat: lat.trimmed(),
        long: long.trimmed(),
      };
    },
  };
}
