import type { Actor } from '../../platform/acts/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Inbound, InboundAttachment } from './inbound.ts';
import { mayBeDecided } from './model.ts';
import { mayReadContactOf, requestForIntake } from './neighbours.ts';
import type { InboundDetail, InboundSummary } from './schemas.ts';

/** A message as far as somebody may read it. */
export interface Readable {
  message: Inbound;
  attachments: InboundAttachment[];
  /** Of the request that it made or joined; null while there is none. */
  code: string | null;
  mentionedCode: string | null;
  hidden: boolean;
}

/** What a message says is for those who may see who reported its request; before, for whoever sorts. */
export async function readableBy(
  tx: Tx,
  territoryId: string,
  actor: Actor,
  message: Inbound,
  attachments: InboundAttachment[],
): Promise<Readable> {
  const { serviceRequestId: id, mentionedRequestId: mentionedId } = message;
  const request = id === null ? undefined : await requestForIntake(tx, territoryId, { id });
  const mentioned =
    mentionedId === null ? undefined : await requestForIntake(tx, territoryId, { id: mentionedId });
  return {
    message,
    attachments,
    code: request?.code ?? null,
    mentionedCode: mentioned?.code ?? null,
    hidden: request !== undefined && !(await mayReadContactOf(tx, territoryId, actor, request.id)),
  };
}

const EXCERPT = 200;

export function summaryOf({
  message,
  attachments,
  code,
  mentionedCode,
  hidden,
}: Readable): InboundSummary {
  const shown = <T>(value: T, otherwise: T) => (hidden ? otherwise : value);
  return {
    id: message.id,
    source: message.source,
    state: message.state,
    reason: message.reason,
    senderName: shown(message.sender.name, ''),
    senderAddress: shown(message.sender.address, ''),
    subject: shown(message.subject, ''),
    excerpt: shown(message.text.slice(0, EXCERPT), ''),
    attachmentCount: attachments.length,
    bytes: message.rawBytes,
    truncated: message.truncated,
    serviceRequestId: message.serviceRequestId,
    serviceRequestCode: code,
    mentionedRequestCode: mentionedCode,
    decidable: mayBeDecided(message.state),
    hidden,
    receivedAt: message.receivedAt.toISOString(),
  };
}

/** The caller has checked that the reader may see it whole. */
export function detailOf(readable: Readable): InboundDetail {
  const { message, attachments } = readable;
  const { origin } = message;
  return {
    ...summaryOf(readable),
    text: message.text,
    hasRaw: message.rawSha256 !== null,
    leftOut: message.leftOut,
    network: origin.network ?? null,
    url: origin.url ?? null,
    postalAddress: origin.postalAddress ?? null,
    postmark: origin.postmark ?? null,
    attachments: attachments.map(({ id, name, type, bytes, fileId }) => ({
      id,
      name,
      type,
      bytes,
      fileId,
    })),
  };
}
