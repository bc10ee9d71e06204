import type pg from 'pg';

/** A job that failed at every attempt and waits for a person. */
export interface DeadLetter {
  id: string;
  task: string;
  reaction: string | null;
  eventId: string | null;
  attempts: number;
  error: string;
  at: Date;
}

/** Jobs of the territory that have used up their attempts, newest first. */
export async function listDeadLetters(
  pool: pg.Pool,
  territoryId: string,
  limit = 100,
): Promise<DeadLetter[]> {
  const { rows } = await pool.query(
    `SELECT job.id, task.identifier AS task, job.payload, job.attempts, job.last_error, job.updated_at
     FROM graphile_worker._private_jobs AS job
     JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
     WHERE job.attempts >= job.max_attempts AND job.payload ->> 'territoryId' = $1
     ORDER BY job.updated_at DESC LIMIT $2`,
    [territoryId, limit],
  );
  return rows.map((row) => ({
    id: String(row.id),
    task: row.task,
    reaction: row.payload.reaction ?? null,
    eventId: row.payload.eventId ?? null,
    attempts: row.attempts,
    error: firstLine(row.last_error),
    at: row.updated_at,
  }));
}

/**
 * Gives a dead letter a new life, from its first attempt.
 *
 * @returns false when the territory has no such dead letter
 */
export async function retryDeadLetter(
  pool: pg.Pool,
  territoryId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT job.id FROM graphile_worker._private_jobs AS job
     WHERE job.id = $1 AND job.attempts >= job.max_attempts AND job.payload ->> 'territoryId' = $2`,
    [id, territoryId],
  );
  if (rowCount === 0) return false;
  await pool.query(
    'SELECT graphile_worker.reschedule_jobs(ARRAY[$1::bigint], run_at => $2, attempts => 0)',
    [id, at],
  );
  return true;
}

/** A stack trace is for the log, not for a screen. */
function firstLine(error: string | null): string {
  return (error ?? '').split('\n', 1)[0] ?? '';
}

/** How many jobs wait and how many have died, over all territories. */
export async function countJobs(pool: pg.Pool): Promise<{ waiting: number; dead: number }> {
  const { rows } = await pool.query(
    `SELECT count(*) FILTER (WHERE attempts < max_attempts) AS waiting,
            count(*) FILTER (WHERE attempts >= max_attempts) AS dead
     FROM graphile_worker._private_jobs`,
  );
  return rows[0];
}
