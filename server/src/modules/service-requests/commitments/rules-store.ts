import type { HolidayRegion, WorkSchedule } from '../../../platform/clock/index.ts';
import { PARIS } from '../../../platform/clock/index.ts';
import { insertRows, jsonb, type Tx, tables } from '../../../platform/db/index.ts';
import type { Procedure } from './legal.ts';
import type { ClockRules, Promised } from './promises.ts';
import type { CommitmentTables } from './tables.ts';

const on = tables<CommitmentTables>();

/** The working week as people write it. */
export interface WorkingWeek {
  openings: Record<string, [string, string][]>;
  holidays: HolidayRegion | 'none';
}

/** All rules of a territory, past ones too: a request is held to those of its day. */
export async function readRules(
  tx: Tx,
  territoryId: string,
): Promise<ClockRules & { version: number }> {
  const [promises, procedures, weeks, version] = await Promise.all([
    on(tx)
      .selectFrom('commitment')
      .selectAll()
      .where('territory_id', '=', territoryId)
      .orderBy('id')
      .execute(),
    on(tx)
      .selectFrom('legal_procedure')
      .selectAll()
      .where('territory_id', '=', territoryId)
      .orderBy('id')
      .execute(),
    on(tx)
      .selectFrom('dated_week')
      .selectAll()
      .where('territory_id', '=', territoryId)
      .orderBy('valid_from')
      .execute(),
    on(tx)
      .selectFrom('commitment_version')
      .select('version')
      .where('territory_id', '=', territoryId)
      .executeTakeFirst(),
  ]);
  return {
    version: version?.version ?? 0,
    schedules: weeks.map(({ openings, holidays, valid_from }) => ({
      schedule: scheduleOf({ openings, holidays: holidays as WorkingWeek['holidays'] }),
      validFrom: valid_from,
    })),
    promises: promises.map((row) => ({
      kind: row.kind,
      serviceCode: row.service_code,
      serviceGroup: row.service_group,
      priority: row.priority,
      workingMinutes: row.working_minutes,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
    })),
    procedures: procedures.map((row) => ({
      serviceCode: row.service_code,
      silence: row.silence,
      months: row.months,
      source: row.source,
      validFrom: row.valid_from,
      validUntil: row.valid_until,
    })),
  };
}

export function scheduleOf({ openings, holidays }: WorkingWeek): WorkSchedule {
  return { week: openings as WorkSchedule['week'], holidays, zone: PARIS };
}

/** Ends what holds, and says what holds from now on: nothing is forgotten. */
export async function replaceRules(
  tx: Tx,
  territoryId: string,
  rules: {
    promises: (Promised & { id: string })[];
    procedures: (Procedure & { id: string })[];
    /** Absent: the hours stay what they are. */
    week?: (WorkingWeek & { validFrom: Date }) | undefined;
    version: number;
  },
  at: Date,
): Promise<void> {
  for (const table of ['commitment', 'legal_procedure'] as const) {
    await on(tx)
      .updateTable(table)
      .set({ valid_until: at })
      .where('territory_id', '=', territoryId)
      .where('valid_until', 'is', null)
      .execute();
  }
  const validity = { valid_from: at, valid_until: null };
  if (rules.promises.length > 0) {
    await insertRows(
      'commitment',
      rules.promises.map((rule) => ({
        territory_id: territoryId,
        id: rule.id,
        kind: rule.kind,
        service_code: rule.serviceCode,
        service_group: rule.serviceGroup,
        priority: rule.priority,
        working_minutes: rule.workingMinutes,
        ...validity,
      })),
    ).execute(on(tx));
  }
  if (rules.procedures.length > 0) {
    await insertRows(
      'legal_procedure',
      rules.procedures.map((procedure) => ({
        territory_id: territoryId,
        id: procedure.id,
        service_code: procedure.serviceCode,
        silence: procedure.silence,
        months: procedure.months,
        source: procedure.source,
        ...validity,
      })),
    ).execute(on(tx));
  }
  const { week, version } = rules;
  if (week) {
    const hours = { openings: jsonb(week.openings), holidays: week.holidays };
    await on(tx)
      .insertInto('dated_week')
      .values({ territory_id: territoryId, valid_from: week.validFrom, ...hours })
      .onConflict((conflict) => conflict.columns(['territory_id', 'valid_from']).doUpdateSet(hours))
      .execute();
  }
  await on(tx)
    .insertInto('commitment_version')
    .values({ territory_id: territoryId, version })
    .onConflict((conflict) => conflict.column('territory_id').doUpdateSet({ version }))
    .execute();
}
