import type { Act } from '../acts/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Db, Tx } from '../db/index.ts';
import { uuidv7 } from '../ids/index.ts';
import type { BlobStore } from './blob-store.ts';
import { sanitizeImage } from './images.ts';
import { fileProblems } from './problems.ts';
import {
  claimFiles,
  findFile,
  insertFile,
  isContentUsed,
  releaseFiles,
  removeUnclaimed,
} from './store.ts';

/** A photo as its uploader sees it. */
export interface FileView {
  id: string;
  type: string;
  width: number;
  height: number;
  bytes: number;
}

export interface Files {
  /**
   * Keeps a photo, re-encoded and without its metadata: the original is never kept.
   *
   * @throws Problem of the catalogue `files` when it is not a photo that we can trust
   */
  upload(act: Act, bytes: Uint8Array): Promise<FileView>;
  /**
   * Ties files to what refers to them, in the act's transaction.
   *
   * @throws Problem `unknown-file` (422) when one of them was never uploaded here
   */
  attach(tx: Tx, territoryId: string, ids: string[], at: Date): Promise<void>;
  /** Unties files from what referred to them: they go with the next nightly tidying. */
  release(tx: Tx, territoryId: string, ids: string[]): Promise<void>;
  /** A photo or its thumbnail. Ids cannot be guessed: who was shown one may read it. */
  read(
    territoryId: string,
    id: string,
    size: 'full' | 'thumb',
  ): Promise<{ bytes: Buffer; type: string } | undefined>;
  /** Removes what was uploaded before `before` and never attached. */
  forgetUnclaimed(before: Date): Promise<void>;
}

export function createFiles({
  db,
  clock,
  blobs,
}: {
  db: Db;
  clock: Clock;
  blobs: BlobStore;
}): Files {
  return {
    async upload(act, bytes) {
      const photo = await sanitizeImage(bytes);
      const [sha256, thumb_sha256] = await Promise.all([
        blobs.put(photo.bytes),
        blobs.put(photo.thumb.bytes),
      ]);
      const id = uuidv7(clock);
      const { type, width, height } = photo;
      const view = { id, type, width, height, bytes: photo.bytes.length };
      await insertFile(db.read, {
        ...view,
        territory_id: act.territoryId,
        sha256,
        thumb_sha256,
        created_at: act.at,
        attached_at: null,
      });
      return view;
    },
    async attach(tx, territoryId, ids, at) {
      const distinct = [...new Set(ids)];
      if (distinct.length === 0) return;
      const known = await claimFiles(tx, territoryId, distinct, at);
      if (known < distinct.length) throw fileProblems.unknownFile();
    },
    release: releaseFiles,
    async read(territoryId, id, size) {
      const row = await findFile(db.read, territoryId, id);
      if (!row) return undefined;
      const thumb = size === 'thumb';
      const bytes = await blobs.get(thumb ? row.thumb_sha256 : row.sha256);
      return bytes && { bytes, type: thumb ? 'image/webp' : row.type };
    },
    async forgetUnclaimed(before) {
      for (const { sha256, thumb_sha256 } of await removeUnclaimed(db.read, before)) {
        for (const content of [sha256, thumb_sha256]) {
          if (!(await isContentUsed(db.read, content))) await blobs.delete(content);
        }
      }
    },
  };
}
