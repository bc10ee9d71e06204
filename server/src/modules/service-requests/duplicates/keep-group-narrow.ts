import type { Tx } from '../../../platform/db/index.ts';
import type { Point } from '../../../platform/geo/index.ts';
import { ensure } from '../../../platform/problem/index.ts';
import type { Service } from '../catalogue.ts';
import { problems } from '../problems.ts';
import type { ServiceRequest } from '../service-request.ts';
import { diameter, diameterCap } from './group.ts';
import type { DuplicateRules } from './rules.ts';
import { membersOf } from './store.ts';

/**
 * A leader that is moved, or whose service changes, keeps what is joined to it: together they may
 * not be wider than the service allows, or they would no longer be one problem.
 *
 * @param leader - as it was, under lock: nothing is joined to it meanwhile
 * @throws Problem `group-too-wide` (409)
 */
export async function keepGroupNarrow(
  tx: Tx,
  territoryId: string,
  rules: DuplicateRules,
  leader: Pick<ServiceRequest, 'id' | 'code' | 'duplicatesCount'>,
  { service, point }: { service: Pick<Service, 'code' | 'group'>; point: Point | null },
): Promise<void> {
  if (leader.duplicatesCount === 0) return;
  const members = await membersOf(tx, territoryId, leader.id);
  const places = [point, ...members.map((member) => member.point)].filter((one) => one !== null);
  const cap = diameterCap(rules.of(service));
  const metres = Math.ceil(diameter(places));
  ensure(metres <= cap, () => problems.groupTooWide({ code: leader.code, metres, cap }));
}
