import type { Tx } from '../../platform/db/index.ts';
import { isMobile } from '../../platform/phone/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { describe } from './describe.ts';
import { findPlace } from './find-place.ts';
import type { Inbound } from './inbound.ts';
import type { InboundRequest } from './neighbours.ts';
import { attachmentsOf, findInbound } from './store.ts';

/** Which number sent a text message; `undefined` once it was erased. */
export async function senderOf(
  tx: Tx,
  territoryId: string,
  inboundId: string,
): Promise<string | undefined> {
  const message = await findInbound(tx, territoryId, inboundId);
  return message?.source === 'sms' ? message.sender.address || undefined : undefined;
}

/** A message as the request that it makes: who wrote, what, and where as far as it says. */
export async function inboundForRequest(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  inboundId: string,
): Promise<InboundRequest | undefined> {
  const message = await findInbound(tx, territoryId, inboundId);
  if (!message) return undefined;
  const attachments = await attachmentsOf(tx, territoryId, [message.id]);
  const { origin, source } = message;
  const said = origin.address || origin.point;
  const words = `${message.subject}\n${message.text}`;
  const read = said ? undefined : await findPlace(platform, tx, territoryId, words);
  return {
    channel: source,
    serviceCode: origin.serviceCode ?? null,
    description: describe(message, attachments),
    point: origin.point ?? read?.point ?? null,
    address: origin.address ?? read?.address ?? null,
    placeProposed: read !== undefined,
    contact: contactOf(message),
    photoIds: attachments.flatMap(({ fileId }) => fileId ?? []),
    language: 'fr',
    receivedAt: message.receivedAt,
    leftOut: message.leftOut.length + Number(message.truncated),
  };
}

function contactOf({ source, sender, origin }: Inbound): InboundRequest['contact'] {
  const name = sender.name || null;
  if (source === 'mail') return { name, email: sender.address || null };
  if (source === 'sms') {
    return { phone: sender.address, preference: isMobile(sender.address) ? 'sms' : 'none' };
  }
  if (source === 'letter') return { name, postalAddress: origin.postalAddress ?? null };
  return { name };
}
