import { PbfReader } from 'pbf';
import {
  hasPoint,
  type MappedPoints,
  type MappedStreet,
  readStreet,
} from '../../../../../engines/streets/index.ts';
import { type BoundingBox, contains } from '../../../platform/geo/index.ts';
import { decode, OsmFileError, readBlocks } from './blobs.ts';
import { readPrimitiveBlock } from './primitive-block.ts';

export interface Extract {
  points: MappedPoints;
  streets: MappedStreet[];
}

/** What we know how to read; a file that needs more would be misread. */
const UNDERSTOOD = new Set(['OsmSchema-V0.6', 'DenseNodes']);
/** Points in the box, streets or not: ten times those of the largest métropole. */
const MOST_POINTS = 20_000_000;

/**
 * Reads the streets of an OpenStreetMap extract: of a whole country too, in the memory of the town.
 * The file is read twice, first for the points that lie in the box.
 *
 * @param box - the only part that is kept; all of it when undefined
 * @throws OsmFileError when the file is cut, or is something else
 */
export async function readExtract(path: string, box: BoundingBox | undefined): Promise<Extract> {
  const points = await readPoints(path, box);
  const streets: MappedStreet[] = [];
  for await (const { type, bytes } of readBlocks(path)) {
    if (type !== 'OSMData') continue;
    decode(() =>
      readPrimitiveBlock(bytes, {
        way(tags, ids) {
          const rules = readStreet(tags);
          if (rules && ids.some((id) => hasPoint(points, id)))
            streets.push({ points: ids, ...rules });
        },
      }),
    );
  }
  return { points, streets };
}

async function readPoints(path: string, box: BoundingBox | undefined): Promise<MappedPoints> {
  const [ids, lats, longs]: [number[], number[], number[]] = [[], [], []];
  let isExtract = false;
  for await (const { type, bytes } of readBlocks(path)) {
    if (type === 'OSMHeader') {
      isExtract = true;
      refuseUnknownFeatures(bytes);
    }
    if (!isExtract) throw new OsmFileError('not an .osm.pbf file');
    if (type !== 'OSMData') continue;
    decode(() =>
      readPrimitiveBlock(bytes, {
        point(id, lat, long) {
          if (box && !contains(box, { lat, long })) return;
          if (ids.length === MOST_POINTS) throw new OsmFileError('too many points', 'too-large');
          ids.push(id);
          lats.push(lat);
          longs.push(long);
        },
      }),
    );
  }
  return inOrder(ids, lats, longs);
}

function refuseUnknownFeatures(header: Uint8Array): void {
  const features = decode(() =>
    new PbfReader(header).readFields((tag, needed, reader) => {
      if (tag === 4) needed.push(reader.readString());
    }, [] as string[]),
  );
  const unknown = features.filter((feature) => !UNDERSTOOD.has(feature));
  if (unknown.length > 0) throw new OsmFileError(`it needs ${unknown.join(', ')}`);
}

/** Points by id: most files have them in order, and none needs to. */
function inOrder(ids: number[], lats: number[], longs: number[]): MappedPoints {
  const order = Uint32Array.from(ids.keys());
  const isOrdered = ids.every((id, at) => at === 0 || id > (ids[at - 1] as number));
  if (!isOrdered) order.sort((one, other) => (ids[one] as number) - (ids[other] as number));
  return {
    ids: Float64Array.from(order, (at) => ids[at] as number),
    lat: Float64Array.from(order, (at) => lats[at] as number),
    long: Float64Array.from(order, (at) => longs[at] as number),
  };
}
