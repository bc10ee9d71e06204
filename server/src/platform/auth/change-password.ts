import type { Act } from '../acts/index.ts';
import type { Platform } from '../platform.ts';
import { commonProblems, ensure } from '../problem/index.ts';
import { findAccount, replacePassword } from './account-store.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { authProblems } from './problems.ts';

export interface ChangePassword {
  current: string;
  next: string;
  /** Hash of the session that asks: the only one that stays open. */
  keepTokenHash: string;
}

/**
 * Gives one's own account another password, and closes its sessions elsewhere.
 *
 * @throws Problem `unauthenticated` (401), `wrong-password` (422)
 */
export async function changePassword(platform: Platform, act: Act, command: ChangePassword) {
  const { territoryId, actor } = act;
  ensure(actor.kind === 'account' && actor.id, commonProblems.unauthenticated);
  const { id } = actor;
  const account = await findAccount(platform.db.read, territoryId, { id });
  ensure(account, commonProblems.unauthenticated);
  const right = await verifyPassword(command.current, account.password_hash);
  ensure(right, authProblems.wrongPassword);
  const hash = await hashPassword(command.next);
  return platform.perform(act, async (tx) => {
    await replacePassword(tx, territoryId, id, { hash, provisional: false }, command.keepTokenHash);
    await platform.events.publish(tx, act, {
      type: 'account.password-changed',
      subject: id,
      organizationId: null,
      data: {},
    });
    return { id };
  });
}
