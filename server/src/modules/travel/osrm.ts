import Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { Point } from '../../platform/geo/index.ts';
import { callOutside } from '../../platform/outbound/index.ts';
import type { TravelTable } from './model.ts';

/** OSRM's own limit is 100 places a question unless its operator says otherwise. */
const PLACES_A_QUESTION = 100;
const HALF = PLACES_A_QUESTION / 2;
const AT_ONCE = 4;
const TIMEOUT_MS = 10_000;
const LARGEST_ANSWER = 4 * 1024 * 1024;

const Row = Type.Array(Type.Union([Type.Number({ minimum: 0 }), Type.Null()]), { maxItems: HALF });
const Answer = Compile(
  Type.Object({
    code: Type.Literal('Ok'),
    durations: Type.Array(Row, { maxItems: HALF }),
    distances: Type.Array(Row, { maxItems: HALF }),
  }),
);

/** Rows and columns of the whole table that one question fills. */
interface Part {
  rows: [start: number, end: number];
  columns: [start: number, end: number];
}

/**
 * Asks an OSRM-compatible server, in questions that it accepts.
 *
 * @param url - of the service, `https://osrm.ville.example`; its one profile serves every vehicle
 * @throws Error when it does not answer, or not as it should
 * @see {@link https://project-osrm.org/docs/v5.24.0/api/#table-service}
 */
export async function byOsrm(
  url: string,
  places: readonly Point[],
  networks: readonly string[],
): Promise<TravelTable> {
  const width = places.length;
  const seconds = new Float32Array(width * width).fill(Number.POSITIVE_INFINITY);
  const metres = new Float32Array(width * width).fill(Number.POSITIVE_INFINITY);
  const parts = [...partsOf(width)];
  const work = async () => {
    for (let part = parts.pop(); part; part = parts.pop()) {
      const { durations, distances } = await askPart(url, places, part, networks);
      copy(durations, seconds, part, width);
      copy(distances, metres, part, width);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { source: 'osrm', seconds, metres };
}

function* partsOf(width: number): Generator<Part> {
  for (let row = 0; row < width; row += HALF) {
    for (let column = 0; column < width; column += HALF) {
      yield {
        rows: [row, Math.min(width, row + HALF)],
        columns: [column, Math.min(width, column + HALF)],
      };
    }
  }
}

async function askPart(
  url: string,
  places: readonly Point[],
  { rows, columns }: Part,
  networks: readonly string[],
) {
  const asked = [...places.slice(...rows), ...places.slice(...columns)];
  const height = rows[1] - rows[0];
  const numbers = (start: number, count: number) =>
    Array.from({ length: count }, (_, at) => start + at).join(';');
  const coordinates = asked.map(({ lat, long }) => `${long.toFixed(6)},${lat.toFixed(6)}`);
  const query = new URLSearchParams({
    sources: numbers(0, height),
    destinations: numbers(height, columns[1] - columns[0]),
    annotations: 'duration,distance',
  });
  const address = `${url}/table/v1/driving/${coordinates.join(';')}?${query}`;
  const { status, body } = await callOutside(address, {
    maxBytes: LARGEST_ANSWER,
    timeoutMs: TIMEOUT_MS,
    networks,
  });
  const answer: unknown = status === 200 ? JSON.parse(body.toString()) : undefined;
  if (!Answer.Check(answer)) throw new Error(`OSRM answered ${status}, not a table.`);
  return answer;
}

function copy(
  from: readonly (readonly (number | null)[])[],
  into: Float32Array,
  { rows, columns }: Part,
  width: number,
): void {
  for (let row = rows[0]; row < rows[1]; row++) {
    for (let column = columns[0]; column < columns[1]; column++) {
      const value = from[row - rows[0]]?.[column - columns[0]];
      if (value === undefined) throw new Error('OSRM answered a table of another size.');
      if (value !== null) into[row * width + column] = value;
    }
  }
}
