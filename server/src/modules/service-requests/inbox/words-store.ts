import { sql, type Tx, tables } from '../../../platform/db/index.ts';
import type { ServiceRequestTables } from '../tables.ts';

const on = tables<ServiceRequestTables>();

/** For each word, those of the vocabulary that are spelt like it, the likest first. */
export async function wordsLike(
  tx: Tx,
  territoryId: string,
  words: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ asked: string; alike: string[] }>`
    SELECT asked.word AS asked, array(
      SELECT known.word FROM service_request_word AS known
      WHERE known.territory_id = ${territoryId} AND known.word % asked.word
      ORDER BY similarity(known.word, asked.word) DESC, known.word LIMIT ${ALIKE}) AS alike
    FROM unnest(${words}::text[]) AS asked(word)`.execute(on(tx));
  return new Map(rows.map(({ asked, alike }) => [asked, alike]));
}

/** Spellings tried for one word. */
const ALIKE = 4;
