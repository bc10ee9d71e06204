import type { Arcs } from './arcs.ts';
import type { Hierarchy } from './hierarchy.ts';
import type { StreetNetwork } from './network.ts';

type Numbers = Uint32Array | Float32Array | Float64Array;

const KINDS = { u4: Uint32Array, f4: Float32Array, f8: Float64Array };
type Kind = keyof typeof KINDS;

const NETWORK = {
  from: 'u4',
  to: 'u4',
  metres: 'f4',
  forward: 'f4',
  backward: 'f4',
  maxTonnes: 'f4',
  maxHeight: 'f4',
  shapeStart: 'u4',
  lat: 'f8',
  long: 'f8',
} as const satisfies Partial<Record<keyof StreetNetwork, Kind>>;

const ARCS = { start: 'u4', to: 'u4', seconds: 'f8', metres: 'f8' } as const satisfies Record<
  keyof Arcs,
  Kind
>;

/** The network as bytes: a version, the number of junctions, then each array with its length. */
export function writeNetwork(network: StreetNetwork): Uint8Array {
  return pack([network.junctions], arraysOf(NETWORK, network));
}

/** @throws RangeError when the bytes are not those of a network of this version */
export function readNetwork(bytes: Uint8Array): StreetNetwork {
  const reader = unpack(bytes);
  const junctions = reader.number();
  return { junctions, ...reader.arrays(NETWORK) } as StreetNetwork;
}

export function writeHierarchy({ up, down }: Hierarchy): Uint8Array {
  return pack([], [...arraysOf(ARCS, up), ...arraysOf(ARCS, down)]);
}

/** @throws RangeError when the bytes are not those of a hierarchy of this version */
export function readHierarchy(bytes: Uint8Array): Hierarchy {
  const reader = unpack(bytes);
  return { up: reader.arrays(ARCS) as Arcs, down: reader.arrays(ARCS) as Arcs };
}

const VERSION = 1;
/** Arrays begin where any of them may. */
const STEP = 8;

function arraysOf<Name extends string>(
  layout: Record<Name, Kind>,
  of: Record<NoInfer<Name>, Numbers>,
): Numbers[] {
  return (Object.keys(layout) as Name[]).map((name) => of[name]);
}

function pack(numbers: readonly number[], arrays: readonly Numbers[]): Uint8Array {
  const sizes = arrays.map(({ byteLength }) => STEP + Math.ceil(byteLength / STEP) * STEP);
  const bytes = new Uint8Array(
    STEP * (1 + numbers.length) + sizes.reduce((sum, size) => sum + size, 0),
  );
  const view = new DataView(bytes.buffer);
  let at = 0;
  const put = (value: number) => {
    view.setFloat64(at, value, true);
    at += STEP;
  };
  for (const value of [VERSION, ...numbers]) put(value);
  for (const array of arrays) {
    put(array.length);
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += Math.ceil(array.byteLength / STEP) * STEP;
  }
  return bytes;
}

function unpack(bytes: Uint8Array) {
  // A copy begins where any array may; a buffer's own `slice` would be none.
  const { buffer } = new Uint8Array(bytes);
  const view = new DataView(buffer);
  let at = 0;
  const number = () => {
    const value = view.getFloat64(at, true);
    at += STEP;
    return value;
  };
  if (number() !== VERSION) throw new RangeError('These streets are of another version.');
  return {
    number,
    arrays<Name extends string>(layout: Record<Name, Kind>): Record<Name, Numbers> {
      const read = {} as Record<Name, Numbers>;
      for (const [name, kind] of Object.entries(layout) as [Name, Kind][]) {
        const length = number();
        const Type = KINDS[kind];
        read[name] = new Type(buffer, at, length);
        at += Math.ceil((length * Type.BYTES_PER_ELEMENT) / STEP) * STEP;
      }
      return read;
    },
  };
}
