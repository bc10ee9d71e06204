import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { type Db, onePer } from '../../../platform/db/index.ts';

/** A tile or a picture, ready to send. */
export interface Drawn {
  /** Compressed with gzip. */
  body: Buffer;
  /** Of the content, quotes included. */
  etag: string;
  /** True when nothing is on it. */
  empty: boolean;
}

type Draw = () => Promise<Uint8Array | string>;

const MOST_BYTES = 64 * 1024 * 1024;
const compress = promisify(gzip);

const cacheOf = onePer(
  (_: Db) =>
    new LRUCache<string, Drawn, Draw>({
      maxSize: MOST_BYTES,
      sizeCalculation: ({ body }) => body.length + 200,
      ignoreFetchAbort: true,
      fetchMethod: async (_key, _stale, { context }) => {
        const content = Buffer.from(await context());
        return {
          body: await compress(content),
          etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`,
          empty: content.length === 0,
        };
      },
    }),
);

/** Draws a thing once for all who ask for it, at once or later; 64 MiB of them are kept. */
export async function drawOnce(db: Db, key: string, draw: Draw): Promise<Drawn> {
  const drawn = await cacheOf(db).fetch(key, { context: draw });
  if (!drawn) throw new Error(`Drawing ${key} was dropped`);
  return drawn;
}
