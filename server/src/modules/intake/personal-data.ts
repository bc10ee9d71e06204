import type { Tx } from '../../platform/db/index.ts';
import { redactEvents } from '../../platform/events/index.ts';
import type { PersonalData, Subject } from '../../platform/personal-data/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { requestsOfSubject } from './neighbours.ts';
import * as store from './personal-data-store.ts';

const ERASED = '[effacé]';
type Message = Awaited<ReturnType<typeof store.messagesFrom>>[number];

/** What came by mail, text message, network or post: raw and read. */
export const personalData: PersonalData = {
  declaration: {
    code: 'intake',
    name: 'Messages reçus',
    purpose: 'Garder tel qu’il est venu ce qu’un habitant écrit, pour ne rien en perdre.',
    legalBasis: 'Mission d’intérêt public (RGPD, article 6, 1, e)',
    people: 'Personnes qui écrivent',
    data: [
      {
        kind: 'Expéditeur',
        columns: [
          'inbound_message.sender_address',
          'inbound_message.sender_name',
          'inbound_message.message_id',
          'inbound_message.origin',
        ],
      },
      {
        kind: 'Message, pièces jointes et original',
        columns: [
          'inbound_message.subject',
          'inbound_message.text',
          'inbound_message.raw_sha256',
          'inbound_message.left_out',
          'inbound_attachment.name',
          'inbound_attachment.sha256',
        ],
      },
    ],
    recipients: 'Agents d’accueil de l’organisme',
    retention: { days: 365, least: 30, most: 3650 },
    since: 'la réception du message, une fois traité',
    erasure: {
      goes: 'L’expéditeur, le message, ses pièces jointes et son original.',
      stays: 'Qu’un message est venu, quand, par quel canal, et la demande qu’il est devenu.',
    },
  },
  async seek(tx, territoryId, { words, digits }, limit) {
    const messages = await store.messagesAbout(tx, territoryId, words, digits, limit);
    return messages.map(({ name, address, requestId, at }) => ({
      name: name || null,
      email: address.includes('@') ? address.toLowerCase() : null,
      phone: address.startsWith('+') ? address : null,
      requestId,
      what: 'Message reçu',
      at,
    }));
  },
  async find(_platform, tx, territoryId, subject) {
    const messages = await messagesOf(tx, territoryId, subject);
    const ids = messages.map(({ id }) => id);
    const files = ids.length > 0 ? await store.filesOfMessages(tx, territoryId, ids) : [];
    return messages.map((message) => ({
      id: message.id,
      source: message.source,
      senderAddress: message.sender_address,
      senderName: message.sender_name,
      subject: message.subject,
      text: message.text,
      receivedAt: message.received_at.toISOString(),
      requestId: message.service_request_id,
      attachments: files.filter((file) => file.messageId === message.id).map(({ name }) => name),
    }));
  },
  async erase(platform, tx, territoryId, subject) {
    return empty(platform, tx, territoryId, await messagesOf(tx, territoryId, subject));
  },
  async expire(platform, tx, territoryId, { before, limit }) {
    const messages = await store.messagesToEmpty(tx, territoryId, before, limit);
    return {
      ...(await empty(platform, tx, territoryId, messages)),
      more: messages.length === limit,
    };
  },
};

async function messagesOf(tx: Tx, territoryId: string, subject: Subject) {
  const requests = await requestsOfSubject(tx, territoryId, subject);
  return store.messagesFrom(tx, territoryId, subject, [...requests.keys()]);
}

async function empty(platform: Platform, tx: Tx, territoryId: string, messages: Message[]) {
  if (messages.length === 0) return { counts: { messages: 0 }, documents: [] };
  const ids = messages.map(({ id }) => id);
  const files = await store.filesOfMessages(tx, territoryId, ids);
  await redactEvents(platform, tx, territoryId, ids, () => ERASED);
  // The same words stand in the story of the request that they were about, whoever reported it.
  for (const { service_request_id: requestId, text } of messages) {
    if (!requestId || !text) continue;
    await redactEvents(platform, tx, territoryId, [requestId], (words) =>
      words.trim() === text.trim() ? ERASED : words,
    );
  }
  await store.emptyMessages(tx, territoryId, ids);
  const contents = [
    ...messages.map((message) => message.raw_sha256),
    ...files.map((f) => f.sha256),
  ];
  const documents = await store.unusedContents(
    tx,
    contents.filter((content) => content !== null),
  );
  return { counts: { messages: messages.length }, documents };
}
