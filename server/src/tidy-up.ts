import { forgetAnswers } from './platform/acts/index.ts';
import { deleteExpiredSessions } from './platform/auth/index.ts';
import type { Platform } from './platform/platform.ts';

const TWO_DAYS_MS = 2 * 24 * 60 * 60_000;

/** Nightly: forgets what has served its time (answers to repeated commands,
 * photos that nobody attached, ended sessions). */
export async function tidyUp({ db, clock, files }: Platform): Promise<void> {
  const now = clock.now();
  const twoDaysAgo = new Date(now.getTime() - TWO_DAYS_MS);
  await forgetAnswers(db.read, twoDaysAgo);
  await files.forgetUnclaimed(twoDaysAgo);
  await deleteExpiredSessions(db.read, now);
}
