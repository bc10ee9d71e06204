import type { Labelled } from '../../../../../engines/classify/index.ts';
import { sql, type Tx, tables } from '../../../platform/db/index.ts';
import { UNSORTED } from '../default-catalogue/unsorted.ts';
import type { Status } from '../model.ts';
import type { ServiceRequestTables } from '../tables.ts';
import type { Figures, Learnt } from './lesson.ts';
import type { SuggestionTables } from './tables.ts';

const on = tables<ServiceRequestTables & SuggestionTables>();

/** A person read these and left, or gave, them their service. */
const CONFIRMED = ['triaged', 'planned', 'started', 'done', 'answered'] as const satisfies Status[];
/** Older ones say nothing new; and a lesson stays a few megabytes. */
const MOST_EXAMPLES = 20_000;
const WORDS_OF_A_DESCRIPTION = 2_000;

const confirmed = (tx: Tx, territoryId: string) =>
  on(tx)
    .selectFrom('service_request')
    .where('territory_id', '=', territoryId)
    .where('status', 'in', CONFIRMED)
    .where('merged_into_id', 'is', null)
    .where('service_code', '<>', UNSORTED.code)
    .where('description', '<>', '');

/** What people confirmed, the newest at most, oldest first. No contact is read. */
export async function readExamples(tx: Tx, territoryId: string): Promise<Labelled[]> {
  const rows = await confirmed(tx, territoryId)
    .select([
      'service_code',
      'received_at',
      sql<string>`left(description, ${WORDS_OF_A_DESCRIPTION})`.as('text'),
    ])
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_EXAMPLES)
    .execute();
  return rows
    .map(({ service_code, received_at, text }) => ({
      text,
      label: service_code,
      at: received_at.getTime(),
    }))
    .reverse();
}

/** How many were confirmed or corrected since; counts no further than asked. */
export async function countConfirmedSince(
  tx: Tx,
  territoryId: string,
  since: Date,
  most: number,
): Promise<number> {
  const rows = await confirmed(tx, territoryId)
    .select('id')
    .where('updated_at', '>', since)
    .limit(most)
    .execute();
  return rows.length;
}

/** Every territory that has a catalogue. */
export async function territoriesWithServices(tx: Tx): Promise<string[]> {
  const rows = await on(tx).selectFrom('service').select('territory_id').distinct().execute();
  return rows.map(({ territory_id }) => territory_id);
}

export interface ClassifierState {
  version: number;
  trainedAt: Date;
  figures: Figures;
}

/** The newest classifier, without its model; `undefined` when there was too little to learn. */
export async function newestClassifier(
  tx: Tx,
  territoryId: string,
): Promise<ClassifierState | undefined> {
  const row = await on(tx)
    .selectFrom('service_classifier')
    .select(['version', 'trained_at', 'figures'])
    .where('territory_id', '=', territoryId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { version: row.version, trainedAt: row.trained_at, figures: row.figures };
}

export async function readClassifier(
  tx: Tx,
  territoryId: string,
  version: number,
): Promise<{ weight: number; model: Buffer } | undefined> {
  return on(tx)
    .selectFrom('service_classifier')
    .select(['weight', 'model'])
    .where('territory_id', '=', territoryId)
    .where('version', '=', version)
    .executeTakeFirst();
}

const VERSIONS_KEPT = 3;

/**
 * Keeps what was learnt, and forgets the versions before the last three.
 *
 * @returns false when another process kept the same version first: its lesson is as new
 */
export async function keepClassifier(
  tx: Tx,
  territoryId: string,
  version: number,
  at: Date,
  { figures, weight, model }: Learnt,
): Promise<boolean> {
  // Not by `insertRows`, which carries rows as JSON: the model is bytes.
  const kept = await on(tx)
    .insertInto('service_classifier')
    .values({
      territory_id: territoryId,
      version,
      trained_at: at,
      figures: sql`${JSON.stringify(figures)}::jsonb`,
      weight,
      model: Buffer.from(model),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  await on(tx)
    .deleteFrom('service_classifier')
    .where('territory_id', '=', territoryId)
    .where('version', '<=', version - VERSIONS_KEPT)
    .execute();
  return kept.numInsertedOrUpdatedRows === 1n;
}

/** Forgets what was learnt before the newest; all of it when that one must go too. */
export async function forgetClassifiers(
  tx: Tx,
  territoryId: string,
  { newestToo }: { newestToo: boolean },
): Promise<void> {
  const newest = newestToo ? undefined : await newestClassifier(tx, territoryId);
  await on(tx)
    .deleteFrom('service_classifier')
    .where('territory_id', '=', territoryId)
    .where('version', '<>', newest?.version ?? 0)
    .execute();
}
