import type { Act } from '../../platform/acts/index.ts';
import { cutPage, decodeCursor, limitOf } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import { EXPLANATIONS } from './explain.ts';
import type { Message } from './message.ts';
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
  const [after] = decodeCursor(query.cursor, 1) ?? [];
  const messages = await messagesOf(tx, act.territoryId, query.serviceRequestId, {
    after: after === undefined ? undefined : String(after),
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
