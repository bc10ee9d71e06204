import pg from 'pg';

/**
 * Shows the database that a worker lives, by a connection that bears its name. It breaks with the
 * process, however that ends: no clock to compare, no heartbeat to miss.
 */
export async function showPresence(url: string, name: string): Promise<{ end(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url, application_name: name });
  client.on('error', () => {});
  await client.connect();
  return { end: () => client.end().catch(() => {}) };
}

/**
 * Gives back the jobs of workers that live no more, so that others take them at once rather than
 * after graphile-worker's four hours. A job carried out twice is harmless: reactions are
 * acknowledged once, and mail is sent at least once.
 */
export async function freeOrphanedJobs(pool: pg.Pool): Promise<void> {
  await pool.query(`
    WITH dead AS MATERIALIZED (
      SELECT DISTINCT locked_by FROM graphile_worker._private_jobs
      WHERE locked_by IS NOT NULL
        AND locked_by NOT IN (SELECT application_name FROM pg_stat_activity WHERE application_name IS NOT NULL)
    )
    SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) FROM dead HAVING count(*) > 0`);
}
