import type { Act } from '../../../platform/acts/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { eventsOf } from '../../../platform/events/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { contentsOf } from '../contents.ts';
import { messageEvent } from '../events.ts';
import { factsOf } from '../facts.ts';
import type { Message } from '../message.ts';
import type { Step } from '../model.ts';
import { organizationsById, recipientFor, requestForMessage } from '../neighbours.ts';
import { mayPrint } from '../policy.ts';
import { problems } from '../problems.ts';
import type { MailFacts } from '../render-mail.ts';
import { findMessage } from '../store.ts';
import { composeLetter } from './compose-letter.ts';
import { drawLetters } from './draw-letters.ts';
import type { Letter } from './letter.ts';
import { markPrinted } from './letter-store.ts';

/** What goes in one file: an afternoon's folding. */
export const LETTERS_AT_ONCE = 100;

/**
 * One file of letters, ready to be printed; printing again gives the same. Says nothing of whether
 * they were: {@link markLettersPrinted} does, once someone holds them.
 *
 * @throws Problem `not-found` (404) when one is not a letter that the actor may print,
 *   `nobody-to-write-to` (409) when all their addresses were erased meanwhile
 */
export async function printLetters(
  platform: Platform,
  act: Act,
  { ids, duplex }: { ids: readonly string[]; duplex: boolean },
): Promise<Buffer> {
  const letters: Letter[] = [];
  for (const id of ids) {
    const message = await printable(platform.db.read, act, id);
    const found = await contentsOf(platform, act.territoryId, message);
    if ('obstacle' in found) continue;
    const { recipient, facts } = found;
    const lines = recipient.channel === 'letter' ? recipient.address.split('\n') : [];
    // An address that was erased meanwhile is not printed from memory.
    if (lines.length === 0) continue;
    letters.push(
      await compose(
        platform,
        act,
        message.organizationId,
        facts,
        recipient.name,
        lines,
        message.createdAt,
      ),
    );
  }
  ensure(letters.length > 0, problems.nobodyToWriteTo);
  return file(letters, act, duplex);
}

/** Says that letters left the printer: whoever says it second changes nothing. */
export function markLettersPrinted(
  platform: Platform,
  act: Act,
  ids: readonly string[],
): Promise<{ count: number }> {
  return platform.perform(act, async (tx) => {
    let count = 0;
    for (const id of [...ids].sort()) {
      const message = await printable(tx, act, id);
      if (!(await markPrinted(tx, act.territoryId, id, act.at))) continue;
      const printed = { ...message, status: 'printed' as const, sentAt: act.at };
      await platform.events.publish(tx, act, messageEvent(printed));
      count++;
    }
    return { count };
  });
}

/** Steps in which the town wrote something of its own, the most telling first. */
const ANSWERS: Step[] = ['answered', 'rejected', 'waiting', 'done'];

/**
 * The last answer of a request as a letter, whatever way it was sent by: for the counter, or for
 * someone whose mail came back.
 *
 * @throws Problem `not-found` (404), `forbidden` (403), `nothing-to-print` (409) without an answer
 */
export async function printAnswer(
  platform: Platform,
  act: Act,
  serviceRequestId: string,
): Promise<Buffer> {
  const { read } = platform.db;
  const request = await requestForMessage(read, act.territoryId, serviceRequestId);
  ensure(request, commonProblems.notFound);
  ensure(mayPrint(act.actor, request.organizationId));
  const history = await eventsOf(read, act.territoryId, [serviceRequestId]);
  const answer = history.findLast(({ type }) =>
    ANSWERS.some((step) => type === `service-request.${step}`),
  );
  const recipient = await recipientFor(
    platform,
    read,
    act.territoryId,
    serviceRequestId,
    'reporter',
  );
  ensure(answer && recipient, problems.nothingToPrint);
  const step = answer.type.slice('service-request.'.length) as Step;
  const facts = await factsOf(platform, read, answer, step, recipient);
  ensure(facts, problems.nothingToPrint);
  const lines = request.postalAddress?.split('\n') ?? [];
  const letter = await compose(
    platform,
    act,
    request.organizationId,
    facts,
    recipient.name,
    lines,
    answer.at,
  );
  return file([letter], act, false);
}

async function printable(tx: Tx, { territoryId, actor }: Act, id: string): Promise<Message> {
  const message = await findMessage(tx, territoryId, id);
  ensure(
    message?.channel === 'letter' && mayPrint(actor, message.organizationId),
    commonProblems.notFound,
  );
  return message;
}

async function compose(
  platform: Platform,
  { territoryId }: Act,
  organizationId: string | null,
  facts: MailFacts,
  name: string | null,
  lines: readonly string[],
  at: Date,
): Promise<Letter> {
  const organizations = await organizationsById(platform, platform.db.read, territoryId);
  const sender = organizationId === null ? undefined : organizations.get(organizationId);
  return composeLetter(facts, {
    recipient: [...(name ? [name] : []), ...lines],
    name,
    town: sender?.kind === 'commune' ? sender.name : '',
    at,
  });
}

function file(letters: Letter[], { at, language }: Act, duplex: boolean): Promise<Buffer> {
  const title = language === 'fr' ? `Courriers (${letters.length})` : `Letters (${letters.length})`;
  return drawLetters(letters, { title, language, at, duplex });
}
