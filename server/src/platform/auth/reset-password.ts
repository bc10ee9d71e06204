import type { Act } from '../acts/index.ts';
import type { Platform } from '../platform.ts';
import { commonProblems, ensure } from '../problem/index.ts';
import { replacePassword } from './account-store.ts';
import { loadAdministered } from './change-account.ts';
import { hashPassword } from './password.ts';
import { mayAdminister } from './policy.ts';
import { authProblems } from './problems.ts';
import { newSecret } from './secret.ts';

/**
 * Gives somebody who forgot theirs a provisional password, and ends all their sessions. It is told
 * once and kept nowhere in clear: a repetition makes another one.
 *
 * @returns the account's id and its provisional password
 * @throws Problem `not-found` (404), `forbidden` (403) unless the author administers every
 *   organization in which the account acts, `own-password` (409), `account-closed` (409)
 */
export async function resetPassword(platform: Platform, act: Act, { id }: { id: string }) {
  const { territoryId, actor } = act;
  ensure(actor.id !== id, authProblems.ownPassword);
  const password = newSecret().slice(0, 16);
  const hash = await hashPassword(password);
  return platform.db.transaction(async (tx) => {
    const { account, grants } = await loadAdministered(tx, act, id);
    ensure(
      grants.every(({ organizationId }) => mayAdminister(actor, organizationId)),
      commonProblems.forbidden,
    );
    ensure(account.disabled_at === null, authProblems.accountClosed);
    await replacePassword(tx, territoryId, id, { hash, provisional: true });
    await platform.events.publish(tx, act, {
      type: 'account.password-reset',
      subject: id,
      organizationId: grants[0]?.organizationId ?? null,
      data: {},
    });
    return { id, password };
  });
}
