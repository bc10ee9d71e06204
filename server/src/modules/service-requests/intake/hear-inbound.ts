import type { Tx } from '../../../platform/db/index.ts';
import { actOfReaction, type Reaction, type StoredEvent } from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { lockLeading } from '../duplicates/lock-leading.ts';
import type { Channel } from '../model.ts';
import { hearResident, type Voice } from '../residents/hear-resident.ts';

/** What the event of a message in a thread tells. */
interface WordsReceived {
  requestId: string;
  channel: Channel;
  text: string;
  photoIds: string[];
  by: Voice;
}

const HEAR = 'service-requests/hear-inbound';

/** Hears what residents answer by mail or text message, as what they write on their page. */
export const hearInbound: Reaction = { name: HEAR, on: ['intake.words-received'], react };

async function react(platform: Platform, tx: Tx, event: StoredEvent): Promise<void> {
  const { requestId, by, ...words } = event.data as unknown as WordsReceived;
  const request = await lockLeading(tx, event.territoryId, requestId);
  if (!request) return;
  const act = {
    ...actOfReaction(platform, HEAR, event.territoryId),
    actor: { ...event.actor, grants: [], scopes: [] },
  };
  // To the reporter of the request that leads, this author is another who follows it.
  const voice = request.id === requestId ? by : 'follower';
  await hearResident(platform, tx, act, request, { ...words, by: voice });
}
