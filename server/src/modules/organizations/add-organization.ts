import type { Act } from '../../platform/acts/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { complete } from './found-territory.ts';
import type { NewOrganization } from './organization.ts';
import { insertOrganizations, listOrganizations } from './organization-store.ts';
import { mayAdministerTerritory } from './policy.ts';
import { problems } from './problems.ts';
import { renewDirectory } from './territory-store.ts';

/**
 * Adds an organization to the territory: a commune that joins, an operator with a new contract.
 *
 * @throws Problem `forbidden` (403), `organization-exists` (409)
 */
export async function addOrganization(
  platform: Platform,
  act: Act,
  command: NewOrganization,
): Promise<{ id: string }> {
  return platform.perform(act, async (tx) => {
    const { territoryId, actor } = act;
    const organizations = await listOrganizations(tx, territoryId);
    ensure(mayAdministerTerritory(actor, organizations));
    const same = ({ kind, code }: NewOrganization) =>
      kind === command.kind && code === command.code;
    ensure(!organizations.some(same), () => problems.organizationExists({ code: command.code }));
    const id = command.id ?? uuidv7(platform.clock);
    await insertOrganizations(tx, territoryId, [complete({ ...command, id })]);
    await renewDirectory(tx, territoryId, uuidv7(platform.clock));
    await platform.events.publish(tx, act, {
      type: 'organization.added',
      subject: id,
      organizationId: id,
      data: { kind: command.kind, code: command.code, name: command.name },
    });
    return { id };
  });
}
