import { type Tx, tables } from '../../platform/db/index.ts';
import type { Crew } from './organization.ts';
import type { OrganizationTables } from './tables.ts';

const on = tables<OrganizationTables>();

export async function insertCrew(
  tx: Tx,
  territoryId: string,
  crew: Omit<Crew, 'organizationName'>,
): Promise<void> {
  const { id, organizationId, name, skills, vehicle } = crew;
  await on(tx)
    .insertInto('crew')
    .values({
      territory_id: territoryId,
      id,
      organization_id: organizationId,
      name,
      skills,
      vehicle,
      version: 1,
    })
    .execute();
}

export async function insertCrewMembers(
  tx: Tx,
  territoryId: string,
  crewId: string,
  accountIds: string[],
): Promise<void> {
  if (accountIds.length === 0) return;
  await on(tx)
    .insertInto('crew_member')
    .values(
      accountIds.map((account_id) => ({ territory_id: territoryId, crew_id: crewId, account_id })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface CrewFilter {
  organizationId?: string | undefined;
  ids?: readonly string[] | undefined;
  accountId?: string | undefined;
}

/** Crews by name; bounded, since no town has a thousand. */
export async function listCrews(tx: Tx, territoryId: string, filter: CrewFilter): Promise<Crew[]> {
  const { organizationId, ids, accountId } = filter;
  return on(tx)
    .selectFrom('crew')
    .innerJoin('organization', (join) =>
      join
        .onRef('organization.territory_id', '=', 'crew.territory_id')
        .onRef('organization.id', '=', 'crew.organization_id'),
    )
    .select([
      'crew.id',
      'crew.organization_id as organizationId',
      'organization.name as organizationName',
      'crew.name',
      'crew.skills',
      'crew.vehicle',
    ])
    .where('crew.territory_id', '=', territoryId)
    .$if(organizationId !== undefined, (query) =>
      query.where('crew.organization_id', '=', organizationId as string),
    )
    .$if(ids !== undefined, (query) => query.where('crew.id', 'in', [...(ids ?? [])]))
    .$if(accountId !== undefined, (query) =>
      query.where((where) =>
        where.exists(
          where
            .selectFrom('crew_member')
            .select('crew_member.crew_id')
            .where('crew_member.territory_id', '=', territoryId)
            .whereRef('crew_member.crew_id', '=', 'crew.id')
            .where('crew_member.account_id', '=', accountId as string),
        ),
      ),
    )
    .orderBy('crew.name')
    .limit(1000)
    .execute();
}
