import type { Act } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { lockServiceVersion, updateNextSteps } from './catalogue-store.ts';
import { cleanText } from './clean-text.ts';
import { SERVICE_REQUEST_EVENTS } from './events.ts';
import type { NextSteps } from './next-steps.ts';
import { forgetCatalogue } from './offered-services.ts';
import { mayImport } from './policy.ts';

export interface SetNextSteps {
  code: string;
  nextSteps: NextSteps;
}

/**
 * Says in the town's own words what happens next once a service is asked for: residents read it in
 * their acknowledgement and on their page.
 *
 * @throws Problem `forbidden` (403) but for administrators, `not-found` (404),
 *   `precondition-required` (428), `precondition-failed` (412)
 */
export function setNextSteps(platform: Platform, act: Act, { code, nextSteps }: SetNextSteps) {
  const { territoryId, expectedVersion } = act;
  ensure(mayImport(act.actor));
  ensure(expectedVersion !== undefined, commonProblems.preconditionRequired);
  return platform.perform(act, async (tx) => {
    const present = await lockServiceVersion(tx, territoryId, code);
    ensure(present !== undefined, commonProblems.notFound);
    ensure(present === expectedVersion, commonProblems.preconditionFailed);
    const { fr, plain, en } = nextSteps;
    const clean = { fr: cleanText(fr), plain: cleanText(plain), en: cleanText(en) };
    const changed = { code, nextSteps: clean, version: present + 1 };
    await updateNextSteps(tx, territoryId, changed);
    await platform.events.publish(tx, act, {
      type: SERVICE_REQUEST_EVENTS.nextStepsSet,
      subject: territoryId,
      organizationId: null,
      data: { serviceCode: code, version: changed.version },
    });
    tx.afterCommit(() => forgetCatalogue(platform, territoryId));
    return changed;
  });
}
