import type { Act, Grant } from '../acts/index.ts';
import { uuidv7 } from '../ids/index.ts';
import type { Platform } from '../platform.ts';
import { commonProblems, ensure } from '../problem/index.ts';
import { findAccount, insertAccount, replaceGrants } from './account-store.ts';
import { hashPassword } from './password.ts';
import { mayGrant } from './policy.ts';
import { authProblems } from './problems.ts';
import { newSecret } from './secret.ts';

export interface CreateAccount {
  email: string;
  name: string;
  /** At least 12 characters; made and returned once when absent. */
  password?: string;
  /** What {@link hashPassword} made of it: a hash is slow, and an import brings many accounts. */
  passwordHash?: string;
  grants: Grant[];
}

/**
 * Creates an account with its roles.
 *
 * @returns its id, and its first password when we made it
 * @throws Problem `forbidden` (403), `account-exists` (409)
 */
export async function createAccount(platform: Platform, act: Act, command: CreateAccount) {
  ensure(
    command.grants.length > 0 && mayGrant(act.actor, command.grants),
    commonProblems.forbidden,
  );
  const email = command.email.trim().toLowerCase();
  const password = command.password ?? newSecret().slice(0, 16);
  const password_hash = command.passwordHash ?? (await hashPassword(password));
  return platform.perform(act, async (tx) => {
    ensure(!(await findAccount(tx, act.territoryId, { email })), authProblems.accountExists);
    const id = uuidv7(platform.clock);
    const { territoryId } = act;
    await insertAccount(tx, {
      territory_id: territoryId,
      id,
      email,
      name: command.name,
      password_hash,
      password_provisional: !command.password && !command.passwordHash,
      created_at: act.at,
      disabled_at: null,
    });
    await replaceGrants(tx, territoryId, id, [], command.grants);
    await platform.events.publish(tx, act, {
      type: 'account.created',
      subject: id,
      organizationId: command.grants[0]?.organizationId ?? null,
      data: { grants: command.grants },
    });
    return { id, ...(!command.password && !command.passwordHash && { password }) };
  });
}
