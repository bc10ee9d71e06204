import type { Tx } from '../../../platform/db/index.ts';
import { actOfReaction, type Reaction, type StoredEvent } from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { serviceRequestEvent } from '../events.ts';
import { advance, settled } from '../model.ts';
import { lockRequest, updateRequest } from '../store.ts';

const NAME = 'service-requests/follow-the-neighbour';
const SENT = 'open311-client.sent';
const HEARD = 'open311-client.heard';
const REFUSED = 'open311-client.refused';

/** Tells in the request's story what becomes of it in another organization's own tool. */
export const followTheNeighbour: Reaction = { name: NAME, on: [SENT, HEARD, REFUSED], react };

/**
 * When they have closed it, it is answered in their words; a resident who does not find it done says
 * so as with any other. What they refuse is for our people to read and to pass on.
 */
async function react(platform: Platform, tx: Tx, told: StoredEvent): Promise<void> {
  const { territoryId, subject, data, at } = told;
  const request = await lockRequest(tx, territoryId, subject);
  if (!request) return;
  const act = { ...actOfReaction(platform, NAME, territoryId), at };
  const publish = (...events: ReturnType<typeof serviceRequestEvent>[]) =>
    platform.events.publish(tx, act, ...events);
  const { agency, number, state } = data;
  const words = told.reason ?? undefined;
  if (told.type === SENT) {
    await publish(serviceRequestEvent('passedOn', request, { agency, number }));
  } else if (told.type === REFUSED) {
    const reason = `${String(agency)} n’a pas pris la demande par Open311. ${words ?? ''}`.trim();
    await publish(serviceRequestEvent('commented', request, { public: false }, reason));
  } else {
    await publish(serviceRequestEvent('heardBack', request, { agency, number, state }, words));
    const progress = state === 'closed' ? advance(request, 'answer', at) : undefined;
    if (!progress) return;
    const closed = { ...request, ...progress, ...settled('answer') };
    await updateRequest(tx, territoryId, closed);
    const answer = `${String(agency)} a clos la demande${words ? ` : ${words}` : '.'}`;
    await publish(serviceRequestEvent('answered', closed, {}, answer));
  }
}
