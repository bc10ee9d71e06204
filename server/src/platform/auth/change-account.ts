import { type Act, type Grant, organizationsOf } from '../acts/index.ts';
import type { Tx } from '../db/index.ts';
import type { Platform } from '../platform.ts';
import { commonProblems, ensure } from '../problem/index.ts';
import { disableAccount, findAccount, grantsOf, replaceGrants } from './account-store.ts';
import { mayAdminister, mayGrant } from './policy.ts';

/** Replaces the account's roles in the organizations that the author administers. */
export async function setGrants(
  platform: Platform,
  act: Act,
  { id, grants }: { id: string; grants: Grant[] },
) {
  ensure(mayGrant(act.actor, grants), commonProblems.forbidden);
  return platform.perform(act, async (tx) => {
    await loadAdministered(tx, act, id);
    const within = organizationsOf(act.actor, 'administrator');
    await replaceGrants(tx, act.territoryId, id, within, grants);
    await platform.events.publish(tx, act, {
      type: 'account.granted',
      subject: id,
      organizationId: within[0] ?? null,
      data: { grants },
    });
    return { id };
  });
}

/** Closes the account and all its sessions; its past acts stay in the log. */
export async function closeAccount(platform: Platform, act: Act, { id }: { id: string }) {
  return platform.perform(act, async (tx) => {
    const { grants } = await loadAdministered(tx, act, id);
    ensure(
      grants.every(({ organizationId }) => mayAdminister(act.actor, organizationId)),
      commonProblems.forbidden,
    );
    await disableAccount(tx, act.territoryId, id, act.at);
    await platform.events.publish(tx, act, {
      type: 'account.disabled',
      subject: id,
      organizationId: grants[0]?.organizationId ?? null,
      data: {},
    });
    return { id };
  });
}

/**
 * An account that the author may at least partly administer, with its grants.
 *
 * @throws Problem `not-found` (404)
 */
export async function loadAdministered(tx: Tx, act: Act, id: string) {
  const account = await findAccount(tx, act.territoryId, { id });
  const grants = (await grantsOf(tx, act.territoryId, [id])).get(id) ?? [];
  const visible = grants.some(({ organizationId }) => mayAdminister(act.actor, organizationId));
  ensure(account !== undefined && visible, commonProblems.notFound);
  return { account, grants };
}
