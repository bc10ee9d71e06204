import { createHmac } from 'node:crypto';
import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { PRIVACY_EVENTS } from './events.ts';
import { readPrivacySetting } from './store.ts';

/**
 * Tells an act about somebody without naming anyone: the same words give the same mark, in this
 * territory.
 *
 * @param about - what names the person; each is told by its mark
 */
export async function tellAct(
  platform: Platform,
  tx: Tx,
  act: Act,
  what: 'subjectSearched' | 'subjectRead' | 'subjectExported' | 'subjectErased',
  about: Record<string, readonly string[]>,
  counts: Record<string, number>,
  reason?: string,
): Promise<void> {
  const { salt } = await readPrivacySetting(tx, act.territoryId);
  const mark = (value: string) => createHmac('sha256', salt).update(value).digest('hex');
  await platform.events.publish(tx, act, {
    type: PRIVACY_EVENTS[what],
    subject: act.territoryId,
    organizationId: null,
    data: {
      counts,
      subject: Object.fromEntries(
        Object.entries(about).map(([key, values]) => [key, values.map(mark)]),
      ),
    },
    ...(reason && { reason }),
  });
}
