import {
  type Given,
  insertRows,
  keepQuery,
  sql,
  type Tx,
  tables,
} from '../../../platform/db/index.ts';
import type { Score } from '../model.ts';
import type { ServiceRequestTables } from '../tables.ts';

const on = tables<ServiceRequestTables>();

export interface Rating {
  requestId: string;
  voter: string;
  score: Score;
  comment: string | null;
  at: Date;
}

/** Keeps an answer to the question of satisfaction; the same voter's earlier one is replaced. */
export async function saveRating(tx: Tx, territoryId: string, rating: Rating): Promise<void> {
  await on(tx)
    .insertInto('service_request_rating')
    .values({
      territory_id: territoryId,
      service_request_id: rating.requestId,
      voter: rating.voter,
      score: rating.score,
      comment: rating.comment,
      at: rating.at,
    })
    .onConflict((conflict) =>
      conflict.columns(['territory_id', 'service_request_id', 'voter']).doUpdateSet((set) => ({
        score: set.ref('excluded.score'),
        // A face pressed in the mail after words on the page must not erase them.
        comment: set.fn.coalesce('excluded.comment', 'service_request_rating.comment'),
        at: set.ref('excluded.at'),
      })),
    )
    .execute();
}

/** Keeps answers to requests that are new, as many as there are. */
export async function saveRatings(
  tx: Tx,
  territoryId: string,
  ratings: readonly Rating[],
): Promise<void> {
  if (ratings.length === 0) return;
  const rows = ratings.map(({ requestId, voter, score, comment, at }) => ({
    territory_id: territoryId,
    service_request_id: requestId,
    voter,
    score,
    comment,
    at,
  }));
  await insertRows('service_request_rating', rows).execute(on(tx));
}

export async function ratingOf(
  tx: Tx,
  territoryId: string,
  requestId: string,
  voter: string,
): Promise<Score | undefined> {
  const [row] = await score(tx, { territoryId, requestId, voter });
  return row?.score;
}

interface Vote {
  territoryId: string;
  requestId: string;
  voter: string;
}

const score = keepQuery(on, (db, { territoryId, requestId, voter }: Given<Vote>) =>
  db
    .selectFrom('service_request_rating')
    .select('score')
    .where('territory_id', '=', territoryId)
    .where('service_request_id', '=', requestId)
    .where('voter', '=', voter),
);

/** What those who follow a request answered to the question of satisfaction; nobody, no words. */
export interface RatingCounts {
  ratings: number;
  satisfied: number;
  unsatisfied: number;
  comments: number;
}

/** By request; those that nobody judged are absent. */
export async function countRatings(
  tx: Tx,
  territoryId: string,
  requestIds: readonly string[],
): Promise<Map<string, RatingCounts>> {
  const { rows } = await sql<RatingCounts & { id: string }>`
    SELECT service_request_id AS id, count(*) AS ratings,
      count(*) FILTER (WHERE score = 3) AS satisfied,
      count(*) FILTER (WHERE score = 1) AS unsatisfied,
      count(comment) AS comments
    FROM service_request_rating
    WHERE territory_id = ${territoryId} AND service_request_id = ANY(${requestIds}::uuid[])
    GROUP BY service_request_id`.execute(on(tx));
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}
