import type { Model } from './model.ts';

const MAGIC = 0x31_46_4c_43; // « CLF1 », little-endian
const HEAD_BYTES = 12;

interface Head {
  labels: string[];
  kindWeights: Model['kindWeights'];
  temperature: number;
  threshold: number;
  features: number;
}

/**
 * A model as bytes: magic, length of the head, its JSON padded to four bytes, then the arrays
 * (hashes, rarity, scales, biases, weights), little-endian. It compresses well.
 */
export function writeModel(model: Model): Uint8Array {
  const head: Head = {
    labels: model.labels,
    kindWeights: model.kindWeights,
    temperature: model.temperature,
    threshold: model.threshold,
    features: model.vocabulary.hashes.length,
  };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const padded = Math.ceil(json.length / 4) * 4;
  const arrays = [
    model.vocabulary.hashes,
    model.vocabulary.rarity,
    model.scales,
    model.biases,
    model.weights,
  ];
  const body = arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const bytes = new Uint8Array(HEAD_BYTES + padded + body);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, json.length, true);
  view.setUint32(8, padded, true);
  bytes.set(json, HEAD_BYTES);
  let at = HEAD_BYTES + padded;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/** @throws RangeError when the bytes are no model, or were cut */
export function readModel(bytes: Uint8Array): Model {
  // A copy of its own: typed arrays need a buffer that begins where they do, and the `slice` of
  // Node's buffers copies nothing.
  const own = new Uint8Array(bytes);
  const view = new DataView(own.buffer);
  if (own.length < HEAD_BYTES || view.getUint32(0, true) !== MAGIC) {
    throw new RangeError('These bytes are no model');
  }
  const [length, padded] = [view.getUint32(4, true), view.getUint32(8, true)];
  let at = HEAD_BYTES + padded;
  if (at > own.length) throw new RangeError('The model was cut');
  const text = new TextDecoder().decode(own.subarray(HEAD_BYTES, HEAD_BYTES + length));
  const { features, labels, ...head } = JSON.parse(text) as Head;
  const count = labels.length;
  if (own.length !== at + features * 8 + count * 8 + features * count) {
    throw new RangeError('The model was cut');
  }
  const take = (size: number) => {
    at += size;
    return at - size;
  };
  return {
    ...head,
    labels,
    vocabulary: {
      hashes: new Uint32Array(own.buffer, take(features * 4), features),
      rarity: new Float32Array(own.buffer, take(features * 4), features),
    },
    scales: new Float32Array(own.buffer, take(count * 4), count),
    biases: new Float32Array(own.buffer, take(count * 4), count),
    weights: new Int8Array(own.buffer, take(features * count), features * count),
  };
}
