import { type Act, onceTogether } from '../../platform/acts/index.ts';
import { groupCommits, onePer, type Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { serviceRequestEvent } from './events.ts';
import { queueMedia } from './open311/queue-media.ts';
import type { ServiceRequest } from './service-request.ts';
import { insertPhotos, insertRequests } from './store.ts';
import { learnWords } from './vocabulary.ts';

/** What whoever reported is told. */
export interface Submitted {
  id: string;
  code: string;
  /** Where to follow it. */
  url: string;
  organization: { id: string; name: string } | null;
  assignment: ServiceRequest['assignment'];
  acknowledgement: string;
}

/** A request that was checked and routed, with the answer that its author will read. */
export interface Submission {
  act: Act;
  request: ServiceRequest;
  photoIds: string[];
  /** Addresses of pictures to fetch once this is committed. */
  mediaUrls?: readonly string[];
  answer: Submitted;
}

/** What is to be written of a submission. */
export type ToWrite = Omit<Submission, 'answer'> & {
  /** Facts of its event alone. */
  facts?: Record<string, unknown>;
};

const submitterOf = onePer((platform: Platform) =>
  groupCommits(platform.db, (tx, submissions: readonly Submission[]) =>
    writeTogether(platform, tx, submissions),
  ),
);

/**
 * Commits a request, together with those that arrive at the same moment.
 *
 * @returns once it is committed: the answer, or the earlier one to the same idempotency key
 */
export function commitSubmission(platform: Platform, submission: Submission): Promise<Submitted> {
  return submitterOf(platform)(submission);
}

async function writeTogether(
  platform: Platform,
  tx: Tx,
  submissions: readonly Submission[],
): Promise<(Submitted | Error)[]> {
  const outcomes = await onceTogether(tx, submissions);
  const fresh = submissions.filter((_, index) => {
    const outcome = outcomes[index];
    return outcome && 'answer' in outcome && !outcome.earlier;
  });
  if (fresh.length > 0) await writeFresh(platform, tx, fresh);
  return outcomes.map((outcome) => ('refused' in outcome ? outcome.refused : outcome.answer));
}

/** Writes new requests, their photos and the events that tell them, in the caller's transaction. */
export async function writeFresh(
  platform: Platform,
  tx: Tx,
  fresh: readonly ToWrite[],
): Promise<void> {
  await insertRequests(
    tx,
    fresh.map(({ act, request }) => ({ territoryId: act.territoryId, value: request })),
  );
  for (const { act, photoIds } of fresh) {
    await platform.files.attach(tx, act.territoryId, photoIds, act.at);
  }
  await insertPhotos(
    tx,
    fresh.flatMap(({ act, request, photoIds }) =>
      photoIds.map((fileId) => ({
        territoryId: act.territoryId,
        requestId: request.id,
        value: { fileId, kind: 'resident' as const, at: act.at },
      })),
    ),
  );
  await queueMedia(platform, tx, fresh);
  await learnWords(
    platform.db,
    tx,
    fresh.map(({ act, request }) => ({
      territoryId: act.territoryId,
      value: `${request.serviceName} ${request.description} ${request.address}`,
    })),
  );
  await platform.events.publishTogether(
    tx,
    fresh.map(({ act, request, facts }) => ({
      act,
      event: serviceRequestEvent('received', request, facts),
    })),
  );
}
