import type { Act } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { PersonalData } from '../../platform/personal-data/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { PRIVACY_EVENTS } from './events.ts';
import { problems } from './problems.ts';
import { ensureMayAdminister, readRegister } from './register.ts';
import { type PrivacyContact, readPrivacySetting, saveContact, saveRetention } from './store.ts';

/**
 * Sets how many days each kind is kept.
 *
 * @param why - kept with the change in the log
 * @throws Problem `forbidden` (403), `retention-out-of-bounds` (422), `precondition-required` (428),
 *   `precondition-failed` (412)
 */
export async function setRetention(
  platform: Platform,
  act: Act,
  held: readonly PersonalData[],
  { retention, reason: why }: { retention: Record<string, number>; reason?: string },
) {
  await ensureMayAdminister(platform, act);
  for (const [code, days] of Object.entries(retention)) {
    const bounds = held.find(({ declaration }) => declaration.code === code)?.declaration.retention;
    const fits = bounds && days >= bounds.least && days <= bounds.most;
    ensure(fits, () => problems.retentionOutOfBounds());
  }
  await change(
    platform,
    act,
    (tx, version) => saveRetention(tx, act.territoryId, retention, version),
    {
      type: PRIVACY_EVENTS.retentionChanged,
      data: { retention },
      ...(why && { reason: why }),
    },
  );
  return readRegister(platform, act, held);
}

/**
 * Sets who answers for what is held and whom to write to about it.
 *
 * @throws Problem `forbidden` (403), `precondition-required` (428), `precondition-failed` (412)
 */
export async function setContact(
  platform: Platform,
  act: Act,
  held: readonly PersonalData[],
  contact: PrivacyContact,
) {
  await ensureMayAdminister(platform, act);
  await change(platform, act, (tx, version) => saveContact(tx, act.territoryId, contact, version), {
    type: PRIVACY_EVENTS.contactChanged,
    data: {},
  });
  return readRegister(platform, act, held);
}

async function change(
  platform: Platform,
  act: Act,
  save: (tx: Tx, version: number) => Promise<boolean>,
  told: { type: string; data: Record<string, unknown>; reason?: string },
): Promise<void> {
  const { expectedVersion, territoryId } = act;
  ensure(expectedVersion !== undefined, commonProblems.preconditionRequired);
  await platform.perform(act, async (tx) => {
    await readPrivacySetting(tx, territoryId);
    ensure(await save(tx, expectedVersion), commonProblems.preconditionFailed);
    await platform.events.publish(tx, act, {
      ...told,
      subject: territoryId,
      organizationId: null,
    });
    return null;
  });
}
