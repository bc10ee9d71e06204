import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { addPhotos } from './add-photos.ts';
import { cleanText } from './clean-text.ts';
import { giveCommand } from './give-command.ts';
import { problems } from './problems.ts';

export interface CompleteServiceRequest {
  id: string;
  /** What was done, as the resident will read it. */
  explanation?: string | undefined;
  /** Of the place as it is now. */
  photoIds?: string[] | undefined;
}

/** Shorter than this, words explain nothing: « ok », « fait ». */
const SHORTEST_EXPLANATION = 20;

/**
 * Closes a request that was dealt with without a work order. Done means shown: a photo of the
 * place, or written words that say what was done.
 *
 * @throws Problem `evidence-missing` (422)
 */
export function completeServiceRequest(
  platform: Platform,
  act: Act,
  { id, explanation = '', photoIds = [] }: CompleteServiceRequest,
) {
  const words = cleanText(explanation);
  return giveCommand(platform, act, id, 'complete', async (request, tx) => {
    ensure(photoIds.length > 0 || words.length >= SHORTEST_EXPLANATION, () =>
      problems.evidenceMissing({ length: String(SHORTEST_EXPLANATION) }),
    );
    const evidence = photoIds.length > 0 ? 'photo' : 'reason';
    const photoCount = await addPhotos(platform, tx, act, request, photoIds, 'after');
    return {
      event: 'done',
      change: { evidence, photoCount },
      data: { evidence },
      reason: words || undefined,
    };
  });
}
