import { type Act, holdsAnywhere } from '../../platform/acts/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { readMailboxUrl } from './imap/mailbox.ts';
import { listTroubles } from './mailbox-trouble-store.ts';
import { maySort } from './policy.ts';

/**
 * The mailboxes that cannot be read, why and since when: for those who wait for what comes by them.
 * One that is not configured any more troubles nobody.
 *
 * @throws Problem `forbidden` (403)
 */
export async function listMailboxTroubles(platform: Platform, { actor, territoryId }: Act) {
  ensure(maySort(actor) || holdsAnywhere(actor, 'administrator'));
  const { db, config } = platform;
  const watched = new Set(config.mailboxes?.map((url) => readMailboxUrl(url).name));
  const troubles = await listTroubles(db.read, territoryId);
  return {
    items: troubles
      .filter(({ mailbox }) => watched.has(mailbox))
      .map(({ mailbox, fault, since }) => {
        // « compte@serveur/dossier »; an account is most often an address already.
        const [, account = mailbox, folder = ''] = /^(.+)@[^@/]+\/(.*)$/.exec(mailbox) ?? [];
        return { mailbox: account, folder, fault, since: since.toISOString() };
      }),
  };
}
