import { createHash } from 'node:crypto';

/** The SHA-256 of a content, in lower-case hexadecimal: its only name. */
export type Sha256 = string;

/**
 * Keeps contents under their own SHA-256, on a disk or in an S3 bucket.
 * It knows bytes only: what they are, and who may read them, is in the database.
 */
export interface BlobStore {
  /** Keeps a content; once this resolves it survives a crash. Keeping it twice is harmless. */
  put(bytes: Uint8Array): Promise<Sha256>;
  /**
   * @returns the content, or `undefined` when it is not kept
   * @throws Error when what is kept is no longer what was put
   */
  get(sha256: Sha256): Promise<Buffer | undefined>;
  has(sha256: Sha256): Promise<boolean>;
  /** Forgets a content for good. Harmless when it is not kept. */
  delete(sha256: Sha256): Promise<void>;
}

export function sha256Of(bytes: Uint8Array): Sha256 {
  return createHash('sha256').update(bytes).digest('hex');
}

/** True for the only form that may become a path or a key. */
export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}
