import { deflateSync } from 'node:zlib';
import { PbfWriter } from 'pbf';

export interface DrawnStreet {
  tags: Record<string, string>;
  /** Numbers of points. */
  points: number[];
}

/** What a test may spoil in a file that is otherwise sound. */
export interface Spoilt {
  features?: string[];
  /** In the place of the deflated block. */
  data?: Uint8Array;
}

/** Writes an extract as OpenStreetMap's own tools do: header, dense points, ways. */
export function writeExtract(
  points: readonly { lat: number; long: number }[],
  streets: readonly DrawnStreet[],
  { features = ['OsmSchema-V0.6', 'DenseNodes'], data }: Spoilt = {},
): Buffer {
  const header = message((out) => {
    for (const feature of features) out.writeStringField(4, feature);
  });
  return Buffer.concat([
    block('OSMHeader', deflateSync(header)),
    block('OSMData', data ?? deflateSync(primitives(points, streets))),
  ]);
}

function block(type: string, deflated: Uint8Array): Buffer {
  const blob = message((out) => out.writeBytesField(3, deflated));
  const head = message((out) => {
    out.writeStringField(1, type);
    out.writeVarintField(3, blob.length);
  });
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, blob]);
}

function primitives(
  points: readonly { lat: number; long: number }[],
  streets: readonly DrawnStreet[],
): Uint8Array {
  const words = [
    '',
    ...new Set(streets.flatMap(({ tags }) => [...Object.keys(tags), ...Object.values(tags)])),
  ];
  const indexes = (texts: string[]) => texts.map((text) => words.indexOf(text));
  const encoder = new TextEncoder();
  const group = message((out) => {
    out.writeBytesField(
      2,
      message((dense) => {
        dense.writePackedSVarint(1, steps([...points.keys()]));
        dense.writePackedSVarint(8, steps(points.map(({ lat }) => Math.round(lat * 1e7))));
        dense.writePackedSVarint(9, steps(points.map(({ long }) => Math.round(long * 1e7))));
      }),
    );
    streets.forEach(({ tags, points: through }, id) => {
      out.writeBytesField(
        3,
        message((way) => {
          way.writeVarintField(1, id + 1);
          way.writePackedVarint(2, indexes(Object.keys(tags)));
          way.writePackedVarint(3, indexes(Object.values(tags)));
          way.writePackedSVarint(8, steps(through));
        }),
      );
    });
  });
  return message((out) => {
    out.writeBytesField(
      1,
      message((table) => {
        for (const word of words) table.writeBytesField(1, encoder.encode(word));
      }),
    );
    out.writeBytesField(2, group);
  });
}

function message(write: (out: PbfWriter) => void): Uint8Array {
  const out = new PbfWriter();
  write(out);
  return out.finish();
}

/** Each number as its difference from the one before. */
const steps = (values: readonly number[]) =>
  values.map((value, at) => value - (values[at - 1] ?? 0));
