import type { Platform } from '../platform.ts';
import { findAccount } from './account-store.ts';
import { blockedUntil, forgetFailures, recordFailure } from './login-attempt-store.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { authProblems } from './problems.ts';
import { hashSecret, newSecret } from './secret.ts';
import { insertSession } from './session-store.ts';
import { FREE_FAILURES } from './throttle.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Compared with when no account has the address, so that the answer takes as long. Made at the
 * first try, whoever makes it: what only loads this file should not pay a hash.
 */
let decoy: Promise<string> | undefined;

export interface OpenSession {
  email: string;
  password: string;
  /** Where the try comes from, e.g. an IP address; kept hashed only. */
  origin: string;
}

/**
 * Opens a session.
 *
 * @returns the cookie value; only its hash is kept
 * @throws Problem `bad-credentials` (401) without telling which of the two is wrong,
 *   `too-many-logins` (429) while tries on this account or from this place are slowed down
 */
export async function openSession(
  platform: Platform,
  territoryId: string,
  { email, password, origin }: OpenSession,
): Promise<{ cookie: string; expiresAt: Date }> {
  const at = platform.clock.now();
  const address = email.trim().toLowerCase();
  const byAccount = { key: hashSecret(`account ${address}`), free: FREE_FAILURES.account };
  const byOrigin = { key: hashSecret(`origin ${origin}`), free: FREE_FAILURES.origin };
  const until = await blockedUntil(
    platform.db.read,
    territoryId,
    [byAccount.key, byOrigin.key],
    at,
  );
  if (until) {
    const seconds = Math.ceil((until.getTime() - at.getTime()) / 1_000);
    throw authProblems.tooManyLogins({ retryAfter: seconds });
  }
  decoy ??= hashPassword(newSecret());
  const stranger = await decoy;
  const account = await findAccount(platform.db.read, territoryId, { email: address });
  const right = await verifyPassword(password, account?.password_hash ?? stranger);
  if (!account || !right || account.disabled_at) {
    await platform.db.transaction(async (tx) => {
      await recordFailure(tx, territoryId, byAccount, at);
      await recordFailure(tx, territoryId, byOrigin, at);
    });
    throw authProblems.badCredentials();
  }
  const cookie = newSecret();
  const expiresAt = new Date(at.getTime() + platform.config.sessionDays * DAY_MS);
  await platform.db.transaction(async (tx) => {
    await forgetFailures(tx, territoryId, byAccount.key);
    await insertSession(tx, {
      territory_id: territoryId,
      token_hash: hashSecret(cookie),
      account_id: account.id,
      csrf_token: newSecret(),
      created_at: at,
      expires_at: expiresAt,
    });
  });
  return { cookie, expiresAt };
}
