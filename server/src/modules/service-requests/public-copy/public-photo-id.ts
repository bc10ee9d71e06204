import { createHash } from 'node:crypto';

/**
 * The name under which everyone sees a photo. The file's own id opens it for good (`/files/{id}`):
 * from this name it cannot be told, so that a photo that is hidden later is gone.
 */
export function publicPhotoId(fileId: string): string {
  return createHash('sha256').update(`public-photo ${fileId}`).digest('base64url').slice(0, 22);
}
