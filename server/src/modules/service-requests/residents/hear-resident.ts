import type { Act } from '../../../platform/acts/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { addPhotos } from '../add-photos.ts';
import { cleanText } from '../clean-text.ts';
import { serviceRequestEvent } from '../events.ts';
import type { Channel } from '../model.ts';
import type { ServiceRequest } from '../service-request.ts';
import { updateRequest } from '../store.ts';
import { type FollowerOf, lockTracked } from './find-tracked.ts';

/** What a resident says after having reported. */
export interface ResidentWords {
  text: string;
  photoIds?: string[] | undefined;
}

/**
 * Keeps what a resident writes on the page of a request: the town no longer waits, and its people
 * see that there is something to read.
 *
 * @throws Problem `unknown-tracking-code` (404), `/problems/files/unknown-file` (422)
 */
export function writeBack(
  platform: Platform,
  act: Act,
  followerOf: FollowerOf,
  { code, ...words }: ResidentWords & { code: string },
): Promise<void> {
  return platform.perform(act, async (tx) => {
    const { request, role } = await lockTracked(tx, act.territoryId, code, followerOf);
    await hearResident(platform, tx, act, request, { ...words, by: role, channel: 'web' });
  });
}

/** The same, whichever way the words came. The caller holds the request's lock. */
export async function hearResident(
  platform: Platform,
  tx: Tx,
  act: Act,
  request: ServiceRequest,
  { text, photoIds = [], by, channel }: ResidentWords & { by: Voice; channel: Channel },
): Promise<void> {
  const heard: ServiceRequest = {
    ...request,
    photoCount: await addPhotos(platform, tx, act, request, photoIds, 'resident'),
    waitingSince: null,
    wroteAt: request.wroteAt ?? act.at,
    updatedAt: act.at,
    version: request.version + 1,
  };
  await updateRequest(tx, act.territoryId, heard);
  const facts = { by, through: channel, photoIds };
  await platform.events.publish(
    tx,
    act,
    serviceRequestEvent('residentWrote', heard, facts, cleanText(text)),
  );
}

/** Whose words they are: of who reported, or of another who follows the request. */
export type Voice = 'reporter' | 'follower';
