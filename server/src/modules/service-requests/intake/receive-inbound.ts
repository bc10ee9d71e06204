import type { Tx } from '../../../platform/db/index.ts';
import { actOfReaction, type Reaction, type StoredEvent } from '../../../platform/events/index.ts';
import type { Point } from '../../../platform/geo/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type ContactGiven, contactFault, readContact } from '../contact.ts';
import { UNSORTED } from '../default-catalogue/unsorted.ts';
import { draftRequest } from '../draft-request.ts';
import type { Channel } from '../model.ts';
import { catalogueOf } from '../offered-services.ts';
import { findRequest } from '../store.ts';
import { writeFresh } from '../submission.ts';
import { newTrackingCode } from '../tracking-code.ts';

/** A message that makes a request, as its keeper gives it: events carry nobody's name. */
export interface InboundRequest {
  channel: Channel;
  /** Null when nobody said. */
  serviceCode: string | null;
  description: string;
  point: Point | null;
  address: string | null;
  /** Whether the place was only read out of the words. */
  placeProposed: boolean;
  contact: ContactGiven;
  photoIds: string[];
  language: 'fr' | 'en';
  receivedAt: Date;
  /** How many of its files could not be kept: its author is told. */
  leftOut: number;
}

/** Reads a message that was kept; the wiring gives it, since its module may not be reached. */
export type ReadInbound = (
  platform: Platform,
  tx: Tx,
  territoryId: string,
  inboundId: string,
) => Promise<InboundRequest | undefined>;

const RECEIVE = 'service-requests/receive-inbound';

/** Hears what came without a form, and makes a request of it. */
export const receiveInbound = (readInbound: ReadInbound): Reaction => ({
  name: RECEIVE,
  on: ['intake.request-received'],
  react: (platform, tx, event) => receive(platform, tx, event, readInbound),
});

/** The keeper of the message chose the request's id: told twice, it is made once. */
async function receive(
  platform: Platform,
  tx: Tx,
  event: StoredEvent,
  readInbound: ReadInbound,
): Promise<void> {
  const { territoryId } = event;
  const { requestId } = event.data as { requestId: string };
  const inbound = await readInbound(platform, tx, territoryId, event.subject);
  if (!inbound || (await findRequest(tx, territoryId, requestId))) return;
  const { receivedAt, leftOut, photoIds } = inbound;
  const act = {
    ...actOfReaction(platform, RECEIVE, territoryId),
    actor: { ...event.actor, grants: [], scopes: [] },
    at: receivedAt,
  };
  const contact = readContact(inbound.contact);
  const { byCode } = await catalogueOf(platform, territoryId);
  const { request } = await draftRequest(
    platform,
    act,
    {
      ...inbound,
      serviceCode:
        inbound.serviceCode && byCode.get(inbound.serviceCode)?.offered
          ? inbound.serviceCode
          : UNSORTED.code,
      answers: {},
      contact: contactFault(contact) ? { ...contact, postalAddress: null } : contact,
    },
    requestId,
  );
  const coded = { ...request, code: newTrackingCode() };
  await writeFresh(platform, tx, [
    { act, request: coded, photoIds, ...(leftOut > 0 && { facts: { leftOut } }) },
  ]);
}
