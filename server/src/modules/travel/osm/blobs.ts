import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { PbfReader } from 'pbf';

const inflated = promisify(inflate);

/** What the format allows at most; what says more is no extract. */
const LARGEST_HEADER = 64 * 1024;
const LARGEST_BLOB = 32 * 1024 * 1024;

/** This file is not what it should be, or holds more than we take. */
export class OsmFileError extends Error {
  override readonly name = 'OsmFileError';
  readonly fault: 'unreadable' | 'too-large';

  constructor(message: string, fault: OsmFileError['fault'] = 'unreadable') {
    super(message);
    this.fault = fault;
  }
}

export interface Block {
  type: string;
  bytes: Uint8Array;
}

/**
 * Reads the blocks of an `.osm.pbf` file one after the other: memory holds one.
 *
 * @throws OsmFileError when the file is cut, or is something else
 * @see {@link https://wiki.openstreetmap.org/wiki/PBF_Format#File_format}
 */
export async function* readBlocks(path: string): AsyncGenerator<Block> {
  const file = await open(path);
  try {
    for (let at = 0; ; ) {
      const length = await readAt(file, at, 4, true);
      if (length === undefined) return;
      at += 4;
      const headerSize = length.readUInt32BE();
      if (headerSize === 0 || headerSize > LARGEST_HEADER) throw notAnExtract();
      const { type, size } = readHeader(await needed(file, at, headerSize));
      at += headerSize;
      if (size <= 0 || size > LARGEST_BLOB) throw notAnExtract();
      yield { type, bytes: await unpack(await needed(file, at, size)) };
      at += size;
    }
  } finally {
    await file.close();
  }
}

const notAnExtract = () => new OsmFileError('not an .osm.pbf file');

async function needed(file: FileHandle, at: number, size: number): Promise<Buffer> {
  return (await readAt(file, at, size, false)) as Buffer;
}

/** Bytes at a place of the file; `undefined` at its end, where it may end. */
async function readAt(
  file: FileHandle,
  at: number,
  size: number,
  mayEnd: boolean,
): Promise<Buffer | undefined> {
  const buffer = Buffer.alloc(size);
  const { bytesRead } = await file.read(buffer, 0, size, at);
  if (bytesRead === 0 && mayEnd) return undefined;
  if (bytesRead < size) throw new OsmFileError('the file is cut');
  return buffer;
}

function readHeader(bytes: Uint8Array): { type: string; size: number } {
  return decode(() =>
    new PbfReader(bytes).readFields(
      (tag, header, reader) => {
        if (tag === 1) header.type = reader.readString();
        else if (tag === 3) header.size = reader.readVarint();
      },
      { type: '', size: 0 },
    ),
  );
}

/** A block's own bytes: plain, or deflated as everybody writes them. */
async function unpack(blob: Uint8Array): Promise<Uint8Array> {
  const { raw, deflated } = decode(() =>
    new PbfReader(blob).readFields<{ raw?: Uint8Array; deflated?: Uint8Array }>(
      (tag, parts, reader) => {
        if (tag === 1) parts.raw = reader.readBytes();
        else if (tag === 3) parts.deflated = reader.readBytes();
      },
      {},
    ),
  );
  if (raw) return raw;
  if (!deflated) throw new OsmFileError('compressed in another way than by zlib');
  return inflated(deflated, { maxOutputLength: LARGEST_BLOB }).catch(() => {
    throw new OsmFileError('a damaged block');
  });
}

/** Bytes of the outside: whatever goes wrong in them is their fault. */
export function decode<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof OsmFileError) throw error;
    throw notAnExtract();
  }
}
