import type { Tx } from '../../platform/db/index.ts';
import { actOfReaction, type Reaction } from '../../platform/events/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import { FOLLOWING_EVENTS, followerEvent } from './events.ts';
import { insertStopped } from './stopped-store.ts';
import { deleteFollower, followersByNumber } from './store.ts';

/** Which number sent a message; `undefined` when it was erased since. */
type SenderOf = (tx: Tx, territoryId: string, inboundId: string) => Promise<string | undefined>;

const HEAR = 'following/stop-texts';

/**
 * Ends everything that a number follows, when STOP comes from it. That is answered once: a telephone
 * that goes on sending STOP, a machine perhaps, hears nothing more.
 *
 * @param senderOf - another module's to say: events name nobody
 */
export const stopTexts = (senderOf: SenderOf): Reaction => ({
  name: HEAR,
  on: ['intake.stop-received'],
  async react(platform, tx, { territoryId, subject, at }) {
    const address = await senderOf(tx, territoryId, subject);
    if (address === undefined) return;
    const act = actOfReaction(platform, HEAR, territoryId);
    for (const follower of await followersByNumber(tx, territoryId, address)) {
      await deleteFollower(tx, territoryId, follower.id);
      if (follower.confirmedAt) {
        await platform.events.publish(tx, act, followerEvent('unfollowed', follower));
      }
    }
    const id = uuidv7(platform.clock);
    if (!(await insertStopped(tx, territoryId, { id, address, at }))) return;
    await platform.events.publish(tx, act, {
      type: FOLLOWING_EVENTS.stopped,
      subject: id,
      organizationId: null,
      data: {},
    });
  },
});
