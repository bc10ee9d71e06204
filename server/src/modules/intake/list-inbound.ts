import type { Act, Actor } from '../../platform/acts/index.ts';
import { cutPage, decodeCursor, limitOf } from '../../platform/http/index.ts';
import { isUuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { commonProblems, ensure } from '../../platform/problem/index.ts';
import type { State } from './model.ts';
import { maySort } from './policy.ts';
import { detailOf, type Readable, readableBy, summaryOf } from './present.ts';
import type { InboundDetail, ListQuery } from './schemas.ts';
import { attachmentsOf, findInbound, listInbound as listKept } from './store.ts';

/** What reached the town, newest first, with what became of each. @throws Problem `forbidden` */
export async function listInbound(platform: Platform, act: Act, query: ListQuery) {
  ensure(maySort(act.actor));
  const { read } = platform.db;
  const limit = limitOf(query);
  const found = await listKept(read, act.territoryId, {
    states: query.state?.split(',') as State[] | undefined,
    source: query.source,
    serviceRequestId: query.serviceRequestId,
    before: beforeOf(query.cursor),
    limit: limit + 1,
  });
  const files = Map.groupBy(
    await attachmentsOf(
      read,
      act.territoryId,
      found.map(({ id }) => id),
    ),
    ({ messageId }) => messageId,
  );
  const readable: Readable[] = [];
  for (const message of found) {
    const attachments = files.get(message.id) ?? [];
    readable.push(await readableBy(read, act.territoryId, act.actor, message, attachments));
  }
  return cutPage(readable, limit, summaryOf, ({ message }) => [
    message.keptAt.toISOString(),
    message.id,
  ]);
}

/** One message whole. @throws Problem `not-found` (404), also when its words are not for the actor */
export async function readInboundMessage(
  platform: Platform,
  act: Act,
  id: string,
): Promise<InboundDetail> {
  return detailOf(await readable(platform, act.territoryId, act.actor, id));
}

/** A message that the actor may read. @throws Problem `forbidden` (403), `not-found` (404) */
export async function readable(
  { db }: Platform,
  territoryId: string,
  actor: Actor,
  id: string,
): Promise<Readable> {
  ensure(maySort(actor));
  const message = await findInbound(db.read, territoryId, id);
  ensure(message, commonProblems.notFound);
  const attachments = await attachmentsOf(db.read, territoryId, [id]);
  const found = await readableBy(db.read, territoryId, actor, message, attachments);
  ensure(!found.hidden, commonProblems.notFound);
  return found;
}

function beforeOf(cursor: string | undefined): { keptAt: Date; id: string } | undefined {
  const keys = decodeCursor(cursor, 2);
  if (!keys) return undefined;
  const [at, id] = keys;
  const keptAt = new Date(String(at));
  ensure(!Number.isNaN(keptAt.getTime()) && isUuidv7(String(id)), () =>
    commonProblems.validation({
      errors: [{ pointer: '/cursor', detail: 'Ce curseur n’existe pas.' }],
    }),
  );
  return { keptAt, id: String(id) };
}
