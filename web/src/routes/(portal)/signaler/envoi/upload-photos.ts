import type { RequestEvent } from '@sveltejs/kit';
import { explain } from '#lib/api/problem.ts';
import { upload } from '../../api.ts';
import type { Refusal } from './explain-refusal.ts';
import { MAX_PHOTOS, type Sending } from './read-sending.ts';

/**
 * Sends the photos one by one, after those received before.
 *
 * @returns the ids of all that were received, and why each other one was not
 */
export async function uploadPhotos(
  event: RequestEvent,
  { photoIds: earlier, photos }: Pick<Sending, 'photoIds' | 'photos'>,
): Promise<{ photoIds: string[]; refused: Refusal[] }> {
  if (earlier.length + photos.length > MAX_PHOTOS) {
    return { photoIds: earlier, refused: [{ field: 'photos', fault: 'photosTooMany' }] };
  }
  const photoIds = [...earlier];
  const refused: Refusal[] = [];
  for (const photo of photos) {
    const answer = await upload(event, photo);
    if ('data' in answer) {
      photoIds.push(answer.data.id);
    } else {
      const message = explain(answer.status, answer.problem, event.locals.lang);
      refused.push({ field: 'photos', fault: 'photoRefused', name: photo.name, message });
    }
  }
  return { photoIds, refused };
}
