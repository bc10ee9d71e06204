import { forgetAnswers } from './platform/acts/index.ts';
import { deleteExpiredSessions, deleteOldFailures } from './platform/auth/index.ts';
import type { Platform } from './platform/platform.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Nightly: forgets what has served its time (answers to repeated commands,
 * photos that nobody attached, ended sessions, old failures to log in). */
export async function tidyUp({ db, clock, files }: Platform): Promise<void> {
  const now = clock.now();
  const twoDaysAgo = new Date(now.getTime() - 2 * DAY_MS);
  await forgetAnswers(db.read, twoDaysAgo);
  await files.forgetUnclaimed(twoDaysAgo);
  await deleteExpiredSessions(db.read, now);
  await deleteOldFailures(db.read, new Date(now.getTime() - DAY_MS));
}
