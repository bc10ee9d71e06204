import { PbfReader } from 'pbf';

/** What is asked of a block; what is not is skipped undecoded. */
export interface Hearer {
  /** Degrees WGS 84. */
  point?(id: number, lat: number, long: number): void;
  /** @param points - ids of the points that it goes through */
  way?(tags: ReadonlyMap<string, string>, points: readonly number[]): void;
}

/** How whole numbers become degrees. */
interface Scale {
  granularity: number;
  lat: number;
  long: number;
}

const NANO = 1e-9;

/**
 * Reads the points and ways of one block.
 *
 * @see {@link https://wiki.openstreetmap.org/wiki/PBF_Format#Definition_of_OSMData_fileblock}
 */
export function readPrimitiveBlock(bytes: Uint8Array, hearer: Hearer): void {
  const groups: Uint8Array[] = [];
  const words: Uint8Array[] = [];
  const scale: Scale = { granularity: 100, lat: 0, long: 0 };
  // The scale is written after the groups that it measures.
  new PbfReader(bytes).readFields((tag, _none, reader) => {
    if (tag === 1) reader.readMessage((_tag, into, inner) => into.push(inner.readBytes()), words);
    else if (tag === 2) groups.push(reader.readBytes());
    else if (tag === 17) scale.granularity = reader.readVarint(true);
    else if (tag === 19) scale.lat = reader.readVarint(true);
    else if (tag === 20) scale.long = reader.readVarint(true);
  }, undefined);
  const word = createWords(words);
  for (const group of groups) {
    new PbfReader(group).readFields((tag, _none, reader) => {
      if (tag === 1 && hearer.point) readPoint(reader.readBytes(), scale, hearer.point);
      else if (tag === 2 && hearer.point) readDense(reader.readBytes(), scale, hearer.point);
      else if (tag === 3 && hearer.way) readWay(reader.readBytes(), word, hearer.way);
    }, undefined);
  }
}

function createWords(bytes: readonly Uint8Array[]): (index: number) => string {
  const decoder = new TextDecoder();
  const known: (string | undefined)[] = [];
  return (index) => {
    known[index] ??= decoder.decode(bytes[index]);
    return known[index];
  };
}

function readPoint(bytes: Uint8Array, scale: Scale, tell: NonNullable<Hearer['point']>): void {
  const { id, lat, long } = new PbfReader(bytes).readFields(
    (tag, point, reader) => {
      if (tag === 1) point.id = reader.readSVarint();
      else if (tag === 8) point.lat = reader.readSVarint();
      else if (tag === 9) point.long = reader.readSVarint();
    },
    { id: 0, lat: 0, long: 0 },
  );
  tell(id, degrees(lat, scale.lat, scale), degrees(long, scale.long, scale));
}

/** Many points at once, each as its difference from the one before. */
function readDense(bytes: Uint8Array, scale: Scale, tell: NonNullable<Hearer['point']>): void {
  const { ids, lats, longs } = new PbfReader(bytes).readFields(
    (tag, dense, reader) => {
      if (tag === 1) reader.readPackedSVarint(dense.ids);
      else if (tag === 8) reader.readPackedSVarint(dense.lats);
      else if (tag === 9) reader.readPackedSVarint(dense.longs);
    },
    { ids: [] as number[], lats: [] as number[], longs: [] as number[] },
  );
  let [id, lat, long] = [0, 0, 0];
  for (let at = 0; at < ids.length; at++) {
    id += ids[at] as number;
    lat += lats[at] as number;
    long += longs[at] as number;
    tell(id, degrees(lat, scale.lat, scale), degrees(long, scale.long, scale));
  }
}

function readWay(
  bytes: Uint8Array,
  word: (index: number) => string,
  tell: NonNullable<Hearer['way']>,
): void {
  const { keys, values, steps } = new PbfReader(bytes).readFields(
    (tag, way, reader) => {
      if (tag === 2) reader.readPackedVarint(way.keys);
      else if (tag === 3) reader.readPackedVarint(way.values);
      else if (tag === 8) reader.readPackedSVarint(way.steps);
    },
    { keys: [] as number[], values: [] as number[], steps: [] as number[] },
  );
  const tags = new Map(keys.map((key, at) => [word(key), word(values[at] as number)]));
  let id = 0;
  tell(
    tags,
    steps.map((step) => {
      id += step;
      return id;
    }),
  );
}

const degrees = (value: number, offset: number, { granularity }: Scale) =>
  NANO * (offset + granularity * value);
