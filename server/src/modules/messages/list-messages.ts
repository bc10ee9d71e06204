import type { Act } from '../../platform/acts/index.ts';
import { cutPage, decodeCursor, limitOf } from '../../platform/http/index.ts';
import { isUuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { EXPLANATIONS } from './explain.ts';
import { type Message, roleOf } from './message.ts';
import { requestForMessage } from './neighbours.ts';
import { mayReadMessages } from './policy.ts';
import type { ListQuery, MessageView } from './schemas.ts';
import { messagesOf } from './store.ts';

/**
 * What the resident of a request was written, oldest first.
 *
 * @throws Problem `not-found` (404), `forbidden` (403)
 */
export async function listMessages(
  platform: Platform,
  act: Act,
  query: ListQuery,
): Promise<{ items: MessageView[]; nextCursor: string | null }> {
  const tx = platform.db.read;
  const request = await requestForMessage(tx, act.territoryId, query.serviceRequestId);
  if (!request) throw commonProblems.notFound();
  ensure(mayReadMessages(act.actor, request.organizationId));
  const limit = limitOf(query);
  const after = placeOf(query.cursor);
  const messages = await messagesOf(tx, act.territoryId, query.serviceRequestId, {
    after,
    limit: limit + 1,
  });
  return cutPage(
    messages,
    limit,
    (message) => view(message, act.language),
    ({ id }) => [id],
  );
}

function view(message: Message, language: Act['language']): MessageView {
  const { id, channel, kind, status, subject, obstacle, createdAt, sentAt, attempts } = message;
  return {
    id,
    channel,
    recipient: roleOf(message),
    kind,
    status,
    subject,
    obstacle,
    explanation: obstacle && EXPLANATIONS[obstacle][language],
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    attempts,
  };
}

/** @throws Problem `validation` when the cursor is not one that we made */
function placeOf(cursor: string | undefined): string | undefined {
  const [id] = decodeCursor(cursor, 1) ?? [];
  ensure(id === undefined || isUuidv7(String(id)), unknownCursor);
  return id === undefined ? undefined : String(id);
}

const unknownCursor = () =>
  commonProblems.validation({
    errors: [{ pointer: '/cursor', detail: 'Ce curseur n’existe pas.' }],
  });
