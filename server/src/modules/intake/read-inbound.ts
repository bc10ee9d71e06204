import { ANONYMOUS } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { actOfReaction } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { become } from './become.ts';
import type { Inbound } from './inbound.ts';
import { READ, type ReadPayload } from './keep-inbound.ts';
import { type Reading, understandMail } from './read-mail.ts';
import { findInbound, insertAttachments, lockInbound } from './store.ts';
import { understandSms } from './understand-sms.ts';
import { understandSocial } from './understand-social.ts';

/**
 * Reads one message that was kept, and does what it asks for: a new request, words joined to one,
 * or nothing. Run again after a crash, it changes nothing that is done.
 */
export async function readInbound(
  platform: Platform,
  { territoryId, inboundId }: ReadPayload,
): Promise<void> {
  const { read } = platform.db;
  const message = await findInbound(read, territoryId, inboundId);
  if (message?.state !== 'received') return;
  const reading = await understand(platform, read, territoryId, message);
  await platform.db.transaction((tx) => settle(platform, tx, territoryId, reading));
}

function understand(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  message: Inbound,
): Promise<Reading> {
  if (message.source === 'mail') return understandMail(platform, tx, territoryId, message);
  if (message.source === 'sms') return understandSms(platform, tx, territoryId, message);
  return understandSocial(platform, tx, territoryId, message);
}

async function settle(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  { message, attachments, verdict, bouncedMessageId }: Reading,
): Promise<void> {
  const present = await lockInbound(tx, territoryId, message.id);
  if (present?.state !== 'received') return;
  const act = { ...actOfReaction(platform, READ, territoryId), actor: ANONYMOUS };
  await insertAttachments(tx, territoryId, message.id, attachments);
  const photoIds = attachments.flatMap(({ fileId }) => fileId ?? []);
  await platform.files.attach(tx, territoryId, photoIds, act.at);
  await become(platform, tx, act, message, verdict, bouncedMessageId);
}
