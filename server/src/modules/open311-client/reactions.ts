import type { Tx } from '../../platform/db/index.ts';
import type { Reaction, StoredEvent } from '../../platform/events/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { PASS_ON, type RelayPayload } from './pass-on.ts';
import { findServer, insertRelay } from './store.ts';

/** What this module hears: a request has come to an organization, which may have a server. */
export const reactions: Reaction[] = [
  {
    name: 'open311-client/begin-relay',
    on: ['received', 'transferred', 'refused', 'corrected'].map(
      (what) => `service-request.${what}`,
    ),
    react: beginRelay,
  },
];

async function beginRelay(platform: Platform, tx: Tx, event: StoredEvent): Promise<void> {
  const { territoryId, organizationId, subject } = event;
  if (organizationId === null) return;
  const server = await findServer(tx, territoryId, organizationId);
  if (!server?.enabled) return;
  const id = uuidv7(platform.clock);
  const isNew = await insertRelay(tx, territoryId, {
    id,
    serviceRequestId: subject,
    organizationId,
    status: 'waiting',
    theirId: null,
    token: null,
    theirStatus: null,
    theirNotes: null,
    attempts: 0,
    lastError: null,
    createdAt: platform.clock.now(),
  });
  const payload: RelayPayload = { territoryId, relayId: id };
  if (isNew) await platform.events.later(tx, PASS_ON, payload);
}
