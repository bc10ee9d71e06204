import type { Act } from '../../../platform/acts/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { uuidv7 } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { FETCH_MEDIA, type MediaPayload } from './fetch-media.ts';
import { insertMedia } from './media-store.ts';

/** Queues the fetching of the pictures of new requests, in the transaction that takes them. */
export async function queueMedia(
  platform: Platform,
  tx: Tx,
  submissions: readonly { act: Act; request: { id: string }; mediaUrls?: readonly string[] }[],
): Promise<void> {
  const media = submissions.flatMap(({ act, request, mediaUrls = [] }) =>
    mediaUrls.map((url) => ({
      territory_id: act.territoryId,
      id: uuidv7(platform.clock),
      service_request_id: request.id,
      url,
      status: 'waiting' as const,
      reason: null,
      attempts: 0,
      created_at: act.at,
      settled_at: null,
    })),
  );
  if (media.length === 0) return;
  await insertMedia(tx, media);
  for (const { territory_id: territoryId, id: mediaId } of media) {
    const payload: MediaPayload = { territoryId, mediaId };
    await platform.events.later(tx, FETCH_MEDIA, payload);
  }
}
