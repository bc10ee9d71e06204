import { type Act, holdsAnywhere } from '../../../platform/acts/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { SERVICE_REQUEST_EVENTS } from '../events.ts';
import { catalogueOf } from '../offered-services.ts';
import { problems } from '../problems.ts';
import type { PublicSetting } from './model.ts';
import { readSetting } from './read-setting.ts';
import { saveSetting } from './store.ts';

/**
 * Decides what everyone may read of the territory's requests, and how long.
 *
 * @throws Problem `forbidden` (403) but for administrators, `precondition-required` (428),
 *   `precondition-failed` (412), `unknown-service` (422)
 */
export async function changePublicSetting(
  platform: Platform,
  act: Act,
  wanted: Omit<PublicSetting, 'version'>,
): Promise<PublicSetting> {
  ensure(holdsAnywhere(act.actor, 'administrator'));
  ensure(act.expectedVersion !== undefined, commonProblems.preconditionRequired);
  const { byCode } = await catalogueOf(platform, act.territoryId);
  const unknown = Object.keys(wanted.services).find((code) => !byCode.has(code));
  if (unknown !== undefined) throw problems.unknownService({ serviceCode: unknown });
  return platform.perform(act, async (tx) => {
    const { version } = await readSetting(tx, act.territoryId);
    ensure(version === act.expectedVersion, commonProblems.preconditionFailed);
    const setting = { ...wanted, version: version + 1 };
    const isSaved = await saveSetting(tx, act.territoryId, setting);
    ensure(isSaved, commonProblems.preconditionFailed);
    await platform.events.publish(tx, act, {
      type: SERVICE_REQUEST_EVENTS.publicSettingChanged,
      subject: act.territoryId,
      organizationId: null,
      data: { textPolicy: setting.textPolicy, photoPolicy: setting.photoPolicy },
    });
    return setting;
  });
}
