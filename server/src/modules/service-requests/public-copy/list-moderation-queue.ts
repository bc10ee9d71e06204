import { type Actor, holdsAnywhere, organizationsOf } from '../../../platform/acts/index.ts';
import { cutPage, decodeCursor, limitOf } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ensure } from '../../../platform/problem/index.ts';
import { organizationsById } from '../../organizations/index.ts';
import { HANDLERS } from '../policy.ts';
import { findRequests, photosOf } from '../store.ts';
import { listed, summaryOf } from '../summary.ts';
import { presentCopy } from './present-copy.ts';
import { readSetting } from './read-setting.ts';
import { findCopies, listToRead } from './store.ts';

/**
 * « À relire avant publication »: texts and photos of the actor's organizations that wait for a
 * person, the longest waiting first. What was flagged waits whatever the policy.
 */
export async function listModerationQueue(
  platform: Platform,
  territoryId: string,
  actor: Actor,
  query: { cursor?: string | undefined; limit?: number | undefined },
) {
  ensure(holdsAnywhere(actor, ...HANDLERS));
  const { read } = platform.db;
  const limit = limitOf(query);
  const setting = await readSetting(read, territoryId);
  const waiting = await listToRead(read, territoryId, {
    organizationIds: organizationsOf(actor, ...HANDLERS),
    unassigned: true,
    text: setting.textPolicy === 'moderated',
    photos: setting.photoPolicy === 'moderated',
    after: readAfter(query.cursor),
    limit: limit + 1,
  });
  const page = cutPage(
    waiting,
    limit,
    ({ id }) => id,
    ({ id, since }) => [since.toISOString(), id],
  );
  const [requests, copies, photos, names] = await Promise.all([
    findRequests(read, territoryId, page.items),
    findCopies(read, territoryId, page.items),
    photosOf(read, territoryId, page.items),
    organizationsById(platform, read, territoryId),
  ]);
  const byId = new Map(requests.map((request) => [request.id, request]));
  return {
    ...page,
    items: page.items.flatMap((id) => {
      const [request, copy] = [byId.get(id), copies.get(id)];
      if (!request || !copy) return [];
      return {
        request: summaryOf(listed(request), names),
        description: request.description,
        photos: photos
          .filter(({ requestId }) => requestId === id)
          .map(({ fileId, kind, at }) => ({ fileId, kind, at: at.toISOString() })),
        publicCopy: presentCopy(copy, setting),
      };
    }),
  };
}

function readAfter(cursor: string | undefined) {
  const keys = decodeCursor(cursor, 2);
  return keys && { since: new Date(String(keys[0])), id: String(keys[1]) };
}
