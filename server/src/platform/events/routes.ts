import Type from 'typebox';
import { cutPage, decodeCursor, limitOf, page, pageQuery, type Routes } from '../http/index.ts';
import type { Platform } from '../platform.ts';
import { commonProblems, ensure } from '../problem/index.ts';
import { listDeadLetters, retryDeadLetter } from './dead-letters.ts';
import { CLOUD_EVENT_PREFIX, type StoredEvent } from './event.ts';
import { mustHold } from './must-hold.ts';
import { listEvents } from './store.ts';

/** One event in the structured JSON form of CloudEvents 1.0. */
const CloudEvent = Type.Object({
  specversion: Type.Literal('1.0'),
  id: Type.String(),
  source: Type.String(),
  type: Type.String(),
  subject: Type.String(),
  time: Type.String(),
  data: Type.Object({
    organizationId: Type.Union([Type.String(), Type.Null()]),
    actor: Type.Object({ kind: Type.String(), name: Type.String() }),
    reason: Type.Union([Type.String(), Type.Null()]),
    details: Type.Record(Type.String(), Type.Unknown()),
  }),
});

const DeadLetterView = Type.Object({
  id: Type.String(),
  task: Type.String(),
  reaction: Type.Union([Type.String(), Type.Null()]),
  eventId: Type.Union([Type.String(), Type.Null()]),
  attempts: Type.Integer(),
  error: Type.String(),
  at: Type.String(),
});

/** The log of all acts, and the work that failed for good. */
export const eventRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    const { pool, read } = platform.db;

    app.get(
      '/events',
      {
        schema: {
          tags: ['events'],
          summary: 'Journal des actes, du plus récent au plus ancien',
          querystring: Type.Object({
            ...pageQuery,
            type: Type.Optional(Type.String({ maxLength: 100 })),
          }),
          response: { 200: page(CloudEvent) },
        },
      },
      async ({ actor, territoryId, query }) => {
        mustHold(actor, 'auditor', 'administrator');
        const limit = limitOf(query);
        const before = decodeCursor(query.cursor, 1)?.[0] as string | undefined;
        const type = query.type?.replace(CLOUD_EVENT_PREFIX, '');
        const rows = await listEvents(read, territoryId, { before, type, limit: limit + 1 });
        return cutPage(rows, limit, present, ({ id }) => [id]);
      },
    );

    app.get(
      '/dead-letters',
      {
        schema: {
          tags: ['events'],
          summary: 'Travaux en échec définitif',
          response: { 200: page(DeadLetterView) },
        },
      },
      async ({ actor, territoryId }) => {
        mustHold(actor, 'administrator');
        const letters = await listDeadLetters(pool, territoryId);
        const items = letters.map((letter) => ({ ...letter, at: letter.at.toISOString() }));
        return { items, nextCursor: null };
      },
    );

    app.post(
      '/dead-letters/:id/retry',
      {
        schema: {
          tags: ['events'],
          summary: 'Relancer un travail en échec',
          params: Type.Object({ id: Type.String({ pattern: '^\\d{1,18}$' }) }),
          response: { 200: Type.Object({ id: Type.String() }) },
        },
      },
      async ({ actor, territoryId, params: { id } }) => {
        mustHold(actor, 'administrator');
        const found = await retryDeadLetter(pool, territoryId, id, platform.clock.now());
        ensure(found, commonProblems.notFound);
        return { id };
      },
    );
  };

function present(event: StoredEvent) {
  return {
    specversion: '1.0' as const,
    id: event.id,
    source: `/territories/${event.territoryId}`,
    type: CLOUD_EVENT_PREFIX + event.type,
    subject: event.subject,
    time: event.at.toISOString(),
    data: {
      organizationId: event.organizationId,
      actor: { kind: event.actor.kind, name: event.actor.name },
      reason: event.reason,
      details: event.data,
    },
  };
}
