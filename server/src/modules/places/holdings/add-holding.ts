import type { Act } from '../../../platform/acts/index.ts';
import { uuidv7 } from '../../../platform/ids/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { mayAdministerOrganization, organizationsById } from '../../organizations/index.ts';
import { findArea } from '../areas/find-area.ts';
import type { Shape } from '../feature.ts';
import { problems } from '../problems.ts';
import { checkFacts } from './check-facts.ts';
import type { HoldingFacts, StoredHolding } from './holding.ts';
import { holdingId } from './plan-import.ts';
import { streetKey } from './read-holdings.ts';
import { lockHolding, putHoldings, renewHoldings } from './store.ts';

export interface AddHolding {
  /** A street or a park of the gazetteer. */
  area: { kind: 'street' | 'park'; id: string };
  facts: HoldingFacts;
  /** Why: a deliberation, a deed. Goes into the log. */
  why: string;
}

/**
 * Says of a street or a park what the map does not, or says wrongly: its class, its owner.
 *
 * @throws Problem `forbidden` (403), `not-found` (404), `holding-exists` (409), `unknown-owner` (422)
 */
export function addHolding(
  platform: Platform,
  act: Act,
  { area: { kind, id: areaId }, facts, why }: AddHolding,
): Promise<{ id: string; version: number }> {
  const { territoryId, actor } = act;
  return platform.perform(act, async (tx) => {
    const byId = await organizationsById(platform, tx, territoryId);
    const organizations = [...byId.values()];
    const area = await findArea(platform, tx, territoryId, kind, areaId);
    const commune = area?.communeId ? byId.get(area.communeId) : undefined;
    ensure(area && commune, commonProblems.notFound);
    ensure(mayAdministerOrganization(actor, commune.id, organizations));
    const isStreet = kind === 'street';
    const subject = { kind: isStreet ? 'street' : 'asset', communeCode: commune.code } as const;
    const key = isStreet ? streetKey(commune.code, area.name) : `id ${areaId}`;
    const id = holdingId(territoryId, subject, key);
    const known = await lockHolding(tx, territoryId, id);
    ensure(!known, () => problems.holdingExists({ name: area.name }));
    const holding: StoredHolding = {
      ...subject,
      ...checkFacts(facts, organizations),
      id,
      name: area.name,
      geometry: isStreet ? null : (area.shape as Shape),
      corrected: true,
      version: 1,
      changedAt: act.at,
    };
    await putHoldings(tx, territoryId, [holding]);
    await renewHoldings(tx, territoryId, uuidv7(platform.clock));
    const { geometry: _, changedAt: __, ...told } = holding;
    await platform.events.publish(tx, act, {
      type: 'places.holding-added',
      subject: id,
      organizationId: commune.id,
      data: { holding: told },
      reason: why,
    });
    return { id, version: holding.version };
  });
}
