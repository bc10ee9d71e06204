import { setTimeout as sleep } from 'node:timers/promises';
import { ImapFlow } from 'imapflow';
import { holdLock } from '../../../platform/db/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { endTrouble, noteTrouble } from '../mailbox-trouble-store.ts';
import { territoryOf } from '../neighbours.ts';
import { mailboxFaultOf } from './fault.ts';
import { fetchMails, type OpenMailbox } from './fetch-mails.ts';
import { type Mailbox, readMailboxUrl } from './mailbox.ts';
import { tidyMailbox } from './put-away.ts';

/** How patient a watcher is; tests are less. */
export interface Patience {
  /** Between two looks at a mailbox that says nothing: some servers have no IDLE. */
  pollMs: number;
  /** Before calling again a server that hung up: doubled each time, up to the most. */
  firstPauseMs: number;
  mostPauseMs: number;
}

const PATIENCE: Patience = { pollMs: 60_000, firstPauseMs: 1_000, mostPauseMs: 300_000 };

/** A mailbox that is being watched. */
export interface Watcher {
  stop(): Promise<void>;
}

/**
 * Watches a mailbox for as long as the program runs: takes each mail as it comes, calls again when
 * the server hangs up. Of several processes, one does.
 */
export function watchMailbox(
  platform: Platform,
  url: string,
  patience: Patience = PATIENCE,
): Watcher {
  const mailbox = readMailboxUrl(url);
  const stopping = new AbortController();
  const life = (async () => {
    let pause = patience.firstPauseMs;
    while (!stopping.signal.aborted) {
      const began = Date.now();
      try {
        await watchOnce(platform, mailbox, patience, stopping.signal);
      } catch (error) {
        platform.log.warn({ err: error, mailbox: mailbox.name }, 'the mailbox cannot be read');
      }
      // A connection that lasted was a good one: what ended it is news.
      if (Date.now() - began > patience.mostPauseMs) pause = patience.firstPauseMs;
      await nap(pause, stopping.signal);
      pause = Math.min(pause * 2, patience.mostPauseMs);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await life;
    },
  };
}

/** One connection, from its beginning to its end. */
async function watchOnce(
  platform: Platform,
  mailbox: Mailbox,
  { pollMs }: Patience,
  stopping: AbortSignal,
): Promise<void> {
  const territoryId = await territoryOf(platform, mailbox.territory ?? '');
  if (!territoryId) return;
  const held = await holdLock(platform.db, `intake/mailbox/${mailbox.name}`);
  if (!held) return;
  const client = new ImapFlow(mailbox.connection);
  const ended = new AbortController();
  client.on('close', () => ended.abort());
  // Without a listener an error would end the program; « close » follows it.
  client.on('error', () => {});
  try {
    const open = { territoryId, mailbox, client };
    await openMailbox(platform, open);
    await tidyMailbox(platform, open);
    const over = AbortSignal.any([stopping, ended.signal, held.lost]);
    while (!over.aborted) {
      const arrival = nextArrival(client, pollMs, over);
      await fetchMails(platform, open);
      await arrival;
    }
    await client.logout().catch(() => {});
  } finally {
    client.close();
    await held.release();
  }
}

/** Opens the mailbox, and notes whether people must know that it cannot be read. */
async function openMailbox(platform: Platform, { territoryId, mailbox, client }: OpenMailbox) {
  const { db, clock } = platform;
  try {
    await client.connect();
    await client.mailboxOpen(mailbox.folder);
  } catch (error) {
    const trouble = { mailbox: mailbox.name, fault: mailboxFaultOf(error), since: clock.now() };
    await noteTrouble(db.read, territoryId, trouble);
    throw error;
  }
  await endTrouble(db.read, territoryId, mailbox.name);
}

/** Resolves when the server says that there is something new, when it is time to look, or to stop. */
async function nextArrival(client: ImapFlow, pollMs: number, over: AbortSignal): Promise<void> {
  const news = new AbortController();
  const tell = () => news.abort();
  client.on('exists', tell);
  await nap(pollMs, AbortSignal.any([over, news.signal]));
  client.off('exists', tell);
}

async function nap(ms: number, until: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: until }).catch(() => {});
}
