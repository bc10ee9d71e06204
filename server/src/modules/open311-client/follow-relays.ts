import { actOfReaction } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { organizationsById } from '../organizations/index.ts';
import { relayEvent } from './events.ts';
import { circuitAfter } from './model.ts';
import { readRequests } from './neighbour.ts';
import { callable } from './server-keys.ts';
import { findServer, listFollowed, noteHealth, type Relay, saveRelay } from './store.ts';

/** Name of the task that asks what became of what was passed on. */
export const FOLLOW = 'open311-client/follow';

const AT_ONCE = 2_000;
const PER_CALL = 50;

/** Asks each server, fifty numbers at a time, and tells what changed. */
export async function followRelays(platform: Platform): Promise<void> {
  const followed = await listFollowed(platform.db.read, AT_ONCE);
  const groups = Map.groupBy(
    followed,
    ({ territoryId, relay }) => `${territoryId} ${relay.organizationId}`,
  );
  for (const group of groups.values()) {
    for (let start = 0; start < group.length; start += PER_CALL) {
      const part = group.slice(start, start + PER_CALL);
      const territoryId = part[0]?.territoryId as string;
      const goesOn = await followSome(
        platform,
        territoryId,
        part.map(({ relay }) => relay),
      );
      if (!goesOn) break;
    }
  }
}

async function followSome(
  platform: Platform,
  territoryId: string,
  relays: Relay[],
): Promise<boolean> {
  const { db, clock, config } = platform;
  const organizationId = relays[0]?.organizationId as string;
  const server = await findServer(db.read, territoryId, organizationId);
  const now = clock.now();
  if (!server?.enabled || (server.closedUntil && server.closedUntil > now)) return false;
  const ids = relays.map(({ theirId }) => theirId as string);
  const answer = await readRequests(
    callable(platform, territoryId, server),
    config.outboundNetworks,
    ids,
  );
  const failures = answer.kind === 'done' ? 0 : server.failures + 1;
  const health = { failures: Math.min(failures, 1_000), closed_until: circuitAfter(failures, now) };
  await noteHealth(db.read, territoryId, organizationId, health);
  if (answer.kind !== 'done') return false;
  const byId = new Map(answer.value.map((one) => [one.service_request_id, one]));
  for (const relay of relays) {
    const told = byId.get(relay.theirId as string);
    if (told) await tell(platform, territoryId, relay, told);
  }
  return true;
}

async function tell(
  platform: Platform,
  territoryId: string,
  relay: Relay,
  told: Record<string, string>,
) {
  const theirStatus = /^closed$/i.test(told.status ?? '') ? 'closed' : 'open';
  const theirNotes = told.status_notes || null;
  if (theirStatus === relay.theirStatus && theirNotes === relay.theirNotes) return;
  const after: Relay = {
    ...relay,
    theirStatus,
    theirNotes,
    status: theirStatus === 'closed' ? 'closed' : 'sent',
  };
  await platform.db.transaction(async (tx) => {
    if (!(await saveRelay(tx, territoryId, relay, after))) return;
    const agency =
      (await organizationsById(platform, tx, territoryId)).get(relay.organizationId)?.name ?? '';
    const act = actOfReaction(platform, FOLLOW, territoryId);
    await platform.events.publish(
      tx,
      act,
      relayEvent('heard', after, agency, theirNotes ?? undefined),
    );
  });
}
