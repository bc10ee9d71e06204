import { insertRows, sql, type Tx, tables } from '../../platform/db/index.ts';
import type { Service } from './catalogue.ts';
import { UNSORTED } from './default-catalogue/unsorted.ts';
import { type NextSteps, NO_STEPS } from './next-steps.ts';
import { cellsOf, DEFAULT_GRID, gridWith, type PriorityGrid, priorityOf } from './priority.ts';
import type { ServiceRequestTables } from './tables.ts';

const on = tables<ServiceRequestTables>();

/** Every service of the territory, offered or not, in the catalogue's order. */
export async function listServices(tx: Tx, territoryId: string): Promise<Service[]> {
  const rows = await on(tx)
    .selectFrom('service')
    .selectAll()
    .where('territory_id', '=', territoryId)
    .orderBy('position')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    description: row.description,
    group: row.service_group,
    keywords: row.keywords,
    questions: row.questions,
    emergencyNotice: row.emergency_notice,
    defaultSeverity: row.default_severity,
    defaultUrgency: row.default_urgency,
    targetDays: row.target_days,
    offered: row.offered,
    nextSteps: { fr: row.next_steps, plain: row.next_steps_plain, en: row.next_steps_en },
    version: row.version,
  }));
}

/**
 * Makes the catalogue what is given, and {@link UNSORTED} beside; a service that it no longer names
 * is kept, not offered, and one that says nothing of its next steps keeps those that it had.
 */
export async function replaceServices(
  tx: Tx,
  territoryId: string,
  services: readonly Service[],
  at: Date,
): Promise<void> {
  await on(tx)
    .updateTable('service')
    .set({ offered: false })
    .where('territory_id', '=', territoryId)
    .execute();
  const rows = [...services, UNSORTED].map((service, position) => ({
    territory_id: territoryId,
    code: service.code,
    position,
    name: service.name,
    description: service.description,
    service_group: service.group,
    keywords: service.keywords,
    questions: service.questions,
    emergency_notice: service.emergencyNotice,
    default_severity: service.defaultSeverity,
    default_urgency: service.defaultUrgency,
    target_days: service.targetDays,
    offered: service.offered,
    ...stepColumns(service.nextSteps ?? NO_STEPS),
    changed_at: at,
  }));
  await insertRows(
    'service',
    rows,
    sql`ON CONFLICT (territory_id, code) DO UPDATE SET
      position = excluded.position, name = excluded.name, description = excluded.description,
      service_group = excluded.service_group, keywords = excluded.keywords,
      questions = excluded.questions, emergency_notice = excluded.emergency_notice,
      default_severity = excluded.default_severity, default_urgency = excluded.default_urgency,
      next_steps = coalesce(nullif(excluded.next_steps, ''), service.next_steps),
      next_steps_plain = coalesce(nullif(excluded.next_steps_plain, ''), service.next_steps_plain),
      next_steps_en = coalesce(nullif(excluded.next_steps_en, ''), service.next_steps_en),
      version = service.version + 1,
      target_days = excluded.target_days, offered = excluded.offered,
      changed_at = excluded.changed_at`,
  ).execute(on(tx));
}

/** Locks a service for change. @returns its version; undefined when there is none */
export async function lockServiceVersion(
  tx: Tx,
  territoryId: string,
  code: string,
): Promise<number | undefined> {
  const row = await on(tx)
    .selectFrom('service')
    .select('version')
    .where('territory_id', '=', territoryId)
    .where('code', '=', code)
    .forUpdate()
    .executeTakeFirst();
  return row?.version;
}

/** Writes what happens next; the caller holds the lock of {@link lockServiceVersion}. */
export async function updateNextSteps(
  tx: Tx,
  territoryId: string,
  { code, nextSteps, version }: { code: string; nextSteps: NextSteps; version: number },
): Promise<void> {
  await on(tx)
    .updateTable('service')
    .set({ ...stepColumns(nextSteps), version })
    .where('territory_id', '=', territoryId)
    .where('code', '=', code)
    .execute();
}

const stepColumns = ({ fr, plain, en }: NextSteps) => ({
  next_steps: fr,
  next_steps_plain: plain,
  next_steps_en: en,
});

/** When the catalogue last changed; undefined while it is empty. */
export async function lastCatalogueChange(tx: Tx, territoryId: string): Promise<Date | undefined> {
  const row = await on(tx)
    .selectFrom('service')
    .select((select) => select.fn.max('changed_at').as('at'))
    .where('territory_id', '=', territoryId)
    .executeTakeFirst();
  return row?.at ?? undefined;
}

export async function readPriorityGrid(tx: Tx, territoryId: string): Promise<PriorityGrid> {
  const cells = await on(tx)
    .selectFrom('priority_grid')
    .select(['severity', 'urgency', 'exposure', 'priority'])
    .where('territory_id', '=', territoryId)
    .execute();
  return gridWith(cells);
}

/** Keeps a territory's grid: only the cells where it judges otherwise than the default. */
export async function replacePriorityGrid(
  tx: Tx,
  territoryId: string,
  grid: PriorityGrid,
): Promise<void> {
  await on(tx).deleteFrom('priority_grid').where('territory_id', '=', territoryId).execute();
  const own = cellsOf(grid).filter(
    ({ severity, urgency, exposure, priority }) =>
      priorityOf(DEFAULT_GRID, severity, urgency, exposure) !== priority,
  );
  if (own.length === 0) return;
  await insertRows(
    'priority_grid',
    own.map((cell) => ({ territory_id: territoryId, ...cell })),
  ).execute(on(tx));
}
