import type { Act } from '../../platform/acts/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { insertCrew, insertCrewMembers, listCrews } from './crew-store.ts';
import type { Crew } from './organization.ts';
import { listOrganizations } from './organization-store.ts';
import { mayAdministerOrganization } from './policy.ts';
import { problems } from './problems.ts';

export interface CreateCrew {
  organizationId: string;
  name: string;
  skills?: string[];
  vehicle?: string | null;
  /** Accounts of those who see its day on their phone. */
  memberIds?: string[];
}

/**
 * Forms a crew.
 *
 * @throws Problem `forbidden` (403), `unknown-organization` (422), `crew-exists` (409)
 */
export async function createCrew(platform: Platform, act: Act, command: CreateCrew): Promise<Crew> {
  return platform.perform(act, async (tx) => {
    const { territoryId, actor } = act;
    const { organizationId, name } = command;
    const organizations = await listOrganizations(tx, territoryId);
    ensure(mayAdministerOrganization(actor, organizationId, organizations));
    const organization = organizations.find(({ id }) => id === organizationId);
    ensure(organization, () => problems.unknownOrganization({ organizationId }));
    const others = await listCrews(tx, territoryId, { organizationId });
    ensure(!others.some((crew) => crew.name === name), () => problems.crewExists({ name }));
    const crew = {
      id: uuidv7(platform.clock),
      organizationId,
      name,
      skills: command.skills ?? [],
      vehicle: command.vehicle ?? null,
    };
    await insertCrew(tx, territoryId, crew);
    await insertCrewMembers(tx, territoryId, crew.id, command.memberIds ?? []);
    await platform.events.publish(tx, act, {
      type: 'organization.crew-created',
      subject: crew.id,
      organizationId,
      data: { name },
    });
    return { ...crew, organizationName: organization.name };
  });
}
