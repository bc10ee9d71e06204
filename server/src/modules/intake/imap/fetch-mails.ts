import type { FetchMessageObject, ImapFlow } from 'imapflow';
import type { Platform } from '../../../platform/platform.ts';
import { type Arrival, keepInbound } from '../keep-inbound.ts';
import { type Cursor, moveCursor, readCursor } from '../mailbox-store.ts';
import type { Mailbox } from './mailbox.ts';
import { putAway } from './put-away.ts';

const MEGABYTE = 1_000_000;
/** Of a mail that is larger, the beginning is taken: its words, not its files. */
const LARGEST_MAIL = 25 * MEGABYTE;
const BEGINNING = MEGABYTE;
/** Mails fetched and committed together, and their weight: what memory holds at once. */
const BATCH = 50;
const BATCH_BYTES = 4 * MEGABYTE;
/** Of a mailbox that is new to us, what is older was answered otherwise. */
const NEWCOMER_DAYS = 14;
const DAY_MS = 24 * 60 * 60_000;

/** An open connection to a mailbox, and whose it is. */
export interface OpenMailbox {
  territoryId: string;
  mailbox: Mailbox;
  client: ImapFlow;
}

/**
 * Takes charge of every mail that is new since the last time.
 *
 * Each batch is committed with how far the mailbox has been read, and only then marked as read: a
 * mail is ours or the server's at every moment, and is never taken twice.
 *
 * @returns how many were kept
 */
export async function fetchMails(platform: Platform, open: OpenMailbox): Promise<number> {
  const { territoryId, mailbox, client } = open;
  const lock = await client.getMailboxLock(mailbox.folder);
  try {
    const cursor = await cursorOf(platform, open);
    const uids = await newUids(platform, client, cursor);
    let kept = 0;
    for (let start = 0; start < uids.length; start += BATCH) {
      const sizes = await sizesOf(client, uids.slice(start, start + BATCH));
      for (const batch of batchesOf(sizes)) {
        const arrivals = await fetchBatch(open, cursor, batch);
        const at = platform.clock.now();
        cursor.lastUid = Math.max(...batch.map(({ uid }) => uid));
        kept += await platform.db.transaction(async (tx) => {
          const fresh = await keepInbound(platform, tx, territoryId, arrivals);
          await moveCursor(tx, territoryId, mailbox.name, cursor, at);
          return fresh.length;
        });
        await putAway(
          platform,
          open,
          batch.map(({ uid }) => uid),
        );
      }
    }
    return kept;
  } finally {
    lock.release();
  }
}

/** How far this mailbox was read, and whether it is the one that we know. */
type Progress = Cursor & { since: 'here' | 'lately-unseen' | 'lately' };

async function cursorOf(
  platform: Platform,
  { territoryId, mailbox, client }: OpenMailbox,
): Promise<Progress> {
  const uidValidity = client.mailbox ? Number(client.mailbox.uidValidity) : 0;
  const known = await readCursor(platform.db.read, territoryId, mailbox.name);
  if (!known) return { uidValidity, lastUid: 0, since: 'lately-unseen' };
  // Its numbers began anew: what was taken before is recognised by its Message-ID.
  if (known.uidValidity !== uidValidity) return { uidValidity, lastUid: 0, since: 'lately' };
  return { ...known, since: 'here' };
}

/** Numbers of the mails to take, in their order. */
async function newUids(
  platform: Platform,
  client: ImapFlow,
  { lastUid, since }: Progress,
): Promise<number[]> {
  const lately = new Date(platform.clock.now().getTime() - NEWCOMER_DAYS * DAY_MS);
  const found = await client.search(
    since === 'here'
      ? { uid: `${lastUid + 1}:*` }
      : { since: lately, ...(since === 'lately-unseen' && { seen: false }) },
    { uid: true },
  );
  // « n:* » always holds the last mail, even one that is before n (RFC 3501 §6.4.8).
  return (found || []).filter((uid) => uid > lastUid).sort((a, b) => a - b);
}

interface Sized {
  uid: number;
  size: number;
  receivedAt: Date | undefined;
}

async function sizesOf(client: ImapFlow, uids: readonly number[]): Promise<Sized[]> {
  const sizes: Sized[] = [];
  const query = { uid: true, size: true, internalDate: true };
  for await (const { uid, size, internalDate } of client.fetch(uids.join(','), query, {
    uid: true,
  })) {
    const receivedAt = internalDate ? new Date(internalDate) : undefined;
    sizes.push({ uid, size: size ?? 0, receivedAt });
  }
  return sizes.sort((a, b) => a.uid - b.uid);
}

/** In their order, as many as fit; one that is large travels alone. */
function batchesOf(mails: readonly Sized[]): Sized[][] {
  const batches: Sized[][] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const mail of mails) {
    if (weight + mail.size > BATCH_BYTES) {
      batches.push([]);
      weight = 0;
    }
    batches.at(-1)?.push(mail);
    weight += mail.size;
  }
  return batches;
}

async function fetchBatch(
  { client, mailbox }: OpenMailbox,
  { uidValidity }: Cursor,
  batch: readonly Sized[],
): Promise<Arrival[]> {
  const bySize = new Map(batch.map((mail) => [mail.uid, mail]));
  const isLarge = (batch[0]?.size ?? 0) > LARGEST_MAIL;
  const source = isLarge ? { start: 0, maxLength: BEGINNING } : true;
  const uids = [...bySize.keys()].join(',');
  const arrivals: Arrival[] = [];
  for await (const fetched of client.fetch(uids, { uid: true, source }, { uid: true })) {
    const sized = bySize.get(fetched.uid);
    if (!sized || !hasSource(fetched)) continue;
    arrivals.push({
      source: 'mail',
      sourceKey: `${mailbox.name}#${uidValidity}:${fetched.uid}`,
      raw: fetched.source,
      bytes: Math.max(sized.size, fetched.source.length),
      truncated: isLarge,
      ...(sized.receivedAt && { receivedAt: sized.receivedAt }),
    });
  }
  return arrivals;
}

const hasSource = (
  fetched: FetchMessageObject,
): fetched is FetchMessageObject & { source: Buffer } => fetched.source !== undefined;
