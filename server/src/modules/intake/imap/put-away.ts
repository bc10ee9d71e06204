import type { Platform } from '../../../platform/platform.ts';
import { keptKeys } from '../store.ts';
import type { OpenMailbox } from './fetch-mails.ts';

/**
 * Marks mails as read, and puts them away where the mailbox has a place for it. Only ever after they
 * were committed; should it fail, {@link tidyMailbox} does it the next time.
 */
export async function putAway(
  platform: Platform,
  { client, mailbox }: OpenMailbox,
  uids: readonly number[],
): Promise<void> {
  if (uids.length === 0) return;
  const range = uids.join(',');
  try {
    await client.messageFlagsAdd(range, ['\\Seen'], { uid: true });
    if (mailbox.archive) await client.messageMove(range, mailbox.archive, { uid: true });
  } catch (error) {
    platform.log.warn({ err: error, mailbox: mailbox.name }, 'mails were not put away');
  }
}

const MOST = 1_000;

/** Puts away what was committed before a crash and stayed unread in the mailbox. */
export async function tidyMailbox(platform: Platform, open: OpenMailbox): Promise<void> {
  const { client, mailbox, territoryId } = open;
  const lock = await client.getMailboxLock(mailbox.folder);
  try {
    const validity = client.mailbox ? String(client.mailbox.uidValidity) : '';
    const unseen = (await client.search({ seen: false }, { uid: true })) || [];
    const keyOf = (uid: number) => `${mailbox.name}#${validity}:${uid}`;
    const candidates = unseen.slice(0, MOST);
    const kept = await keptKeys(platform.db.read, territoryId, 'mail', candidates.map(keyOf));
    await putAway(
      platform,
      open,
      candidates.filter((uid) => kept.has(keyOf(uid))),
    );
  } finally {
    lock.release();
  }
}
