import { jsonb, sql, type Tx, tables } from '../../platform/db/index.ts';
import type { Competence } from './model.ts';
import type { OrganizationTables } from './tables.ts';

const on = tables<OrganizationTables>();

export async function insertCompetences(
  tx: Tx,
  territoryId: string,
  competences: (Competence & { id: string })[],
): Promise<void> {
  if (competences.length === 0) return;
  await on(tx)
    .insertInto('competence')
    .values(
      competences.map((rule) => ({
        territory_id: territoryId,
        id: rule.id,
        ...competenceColumns(rule),
        version: 1,
      })),
    )
    .execute();
}

/** Writes a rule's new content, one version later. */
export async function updateCompetence(
  tx: Tx,
  territoryId: string,
  rule: StoredCompetence,
): Promise<void> {
  await on(tx)
    .updateTable('competence')
    .set({ ...competenceColumns(rule), version: rule.version })
    .where('territory_id', '=', territoryId)
    .where('id', '=', rule.id)
    .execute();
}

export async function deleteCompetence(tx: Tx, territoryId: string, id: string): Promise<void> {
  await on(tx)
    .deleteFrom('competence')
    .where('territory_id', '=', territoryId)
    .where('id', '=', id)
    .execute();
}

/** Reads a rule for change. */
export async function lockCompetence(
  tx: Tx,
  territoryId: string,
  id: string,
): Promise<StoredCompetence | undefined> {
  return competences(tx, territoryId).where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function deleteCompetences(
  tx: Tx,
  territoryId: string,
  organizationId: string,
): Promise<void> {
  await on(tx)
    .deleteFrom('competence')
    .where('territory_id', '=', territoryId)
    .where('organization_id', '=', organizationId)
    .execute();
}

/** A rule as it is kept: with its identity, and the version that a change must name. */
export type StoredCompetence = Competence & { id: string; version: number };

/** Every rule of the territory, past and future ones too. */
export async function listCompetences(tx: Tx, territoryId: string): Promise<StoredCompetence[]> {
  return competences(tx, territoryId).orderBy('id').execute();
}

const competences = (tx: Tx, territoryId: string) =>
  on(tx)
    .selectFrom('competence')
    .select([
      'id',
      'organization_id as organizationId',
      'value',
      'declared',
      'service_code as serviceCode',
      'service_group as serviceGroup',
      'road_classes as roadClasses',
      'road_numbers as roadNumbers',
      'built_up as builtUp',
      'owner_ids as ownerIds',
      'area_organization_id as areaOrganizationId',
      'priority',
      // As text: the driver would make an instant of a civil date.
      sql<string>`valid_from::text`.as('validFrom'),
      sql<string | null>`valid_until::text`.as('validUntil'),
      'reason',
      'version',
    ])
    .where('territory_id', '=', territoryId);

function competenceColumns(rule: Competence) {
  return {
    organization_id: rule.organizationId,
    value: rule.value,
    declared: rule.declared && jsonb(rule.declared),
    service_code: rule.serviceCode,
    service_group: rule.serviceGroup,
    road_classes: rule.roadClasses,
    road_numbers: rule.roadNumbers,
    built_up: rule.builtUp,
    owner_ids: rule.ownerIds,
    area_organization_id: rule.areaOrganizationId,
    priority: rule.priority,
    valid_from: rule.validFrom,
    valid_until: rule.validUntil,
    reason: rule.reason,
  };
}
