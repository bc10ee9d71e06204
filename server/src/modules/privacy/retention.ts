import type { Act } from '../../platform/acts/index.ts';
import type { PersonalData } from '../../platform/personal-data/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { mayAdministerTerritory, organizationsById } from '../organizations/index.ts';
import { PRIVACY_EVENTS } from './events.ts';
import { problems } from './problems.ts';
import { readPrivacySetting, saveRetention } from './store.ts';

/** @throws Problem `forbidden` (403) but for administrators of the territory */
export async function ensureMayAdminister(platform: Platform, { actor, territoryId }: Act) {
  const organizations = await organizationsById(platform, platform.db.read, territoryId);
  ensure(mayAdministerTerritory(actor, [...organizations.values()]), commonProblems.forbidden);
}

/** How long a kind is kept here: as the territory set, or as its declaration says. */
export const daysOf = ({ declaration }: PersonalData, retention: Record<string, number>) =>
  declaration.retention && (retention[declaration.code] ?? declaration.retention.days);

/** The register of processing, from the declarations of the code and the territory's durations. */
export async function readRegister(platform: Platform, act: Act, held: readonly PersonalData[]) {
  await ensureMayAdminister(platform, act);
  const { retention, version } = await readPrivacySetting(platform.db.read, act.territoryId);
  const items = held.map((each) => ({ ...each.declaration, days: daysOf(each, retention) }));
  return { items, version };
}

/**
 * Sets how many days each kind is kept.
 *
 * @throws Problem `forbidden` (403), `retention-out-of-bounds` (422), `precondition-required` (428),
 *   `precondition-failed` (412)
 */
export async function setRetention(
  platform: Platform,
  act: Act,
  held: readonly PersonalData[],
  retention: Record<string, number>,
) {
  await ensureMayAdminister(platform, act);
  ensure(act.expectedVersion !== undefined, commonProblems.preconditionRequired);
  for (const [code, days] of Object.entries(retention)) {
    const bounds = held.find(({ declaration }) => declaration.code === code)?.declaration.retention;
    const fits = bounds && days >= bounds.least && days <= bounds.most;
    ensure(fits, () => problems.retentionOutOfBounds());
  }
  const { expectedVersion } = act;
  await platform.perform(act, async (tx) => {
    await readPrivacySetting(tx, act.territoryId);
    const saved = await saveRetention(tx, act.territoryId, retention, expectedVersion);
    ensure(saved, commonProblems.preconditionFailed);
    await platform.events.publish(tx, act, {
      type: PRIVACY_EVENTS.retentionChanged,
      subject: act.territoryId,
      organizationId: null,
      data: { retention },
    });
    return null;
  });
  return readRegister(platform, act, held);
}
