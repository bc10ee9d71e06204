import { type Act, holdsAnywhere } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { MESSAGE_EVENTS } from './events.ts';
import type { QuietHours, QuietSetting } from './quiet-hours.ts';
import { readQuietHours, saveQuietHours } from './quiet-hours-store.ts';

/**
 * Decides when nothing leaves that would wake people up. What waits already leaves when it was to.
 *
 * @throws Problem `forbidden` (403) but for administrators, `precondition-required` (428),
 *   `precondition-failed` (412)
 */
export async function changeQuietHours(
  platform: Platform,
  act: Act,
  wanted: QuietHours,
): Promise<QuietSetting> {
  ensure(holdsAnywhere(act.actor, 'administrator'));
  ensure(act.expectedVersion !== undefined, commonProblems.preconditionRequired);
  return platform.perform(act, async (tx) => {
    const { version } = await readQuietHours(tx, act.territoryId);
    ensure(version === act.expectedVersion, commonProblems.preconditionFailed);
    const setting = { ...wanted, version: version + 1 };
    const isSaved = await saveQuietHours(tx, act.territoryId, setting, act.at);
    ensure(isSaved, commonProblems.preconditionFailed);
    await platform.events.publish(tx, act, {
      type: MESSAGE_EVENTS.quietHoursChanged,
      subject: act.territoryId,
      organizationId: null,
      data: { ...wanted },
    });
    return setting;
  });
}
