import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTown, type Town } from '../../../test/staffed-town.ts';
import type { Role } from '../../platform/acts/index.ts';
import { listMessages } from './list-messages.ts';
import { reactions } from './reactions.ts';

let town: Town;
let serviceRequestId: string;

beforeAll(async () => {
  town = await createTown({ reactions });
  const request = await town.request();
  serviceRequestId = request.id;
  for (const [n, kind] of ['answered', 'reopened', 'rejected'].entries()) {
    town.clock.advance(1_000);
    await town.platform.db.transaction((tx) =>
      town.platform.events.publish(tx, town.ownAct(), {
        type: `service-request.${kind}`,
        subject: serviceRequestId,
        organizationId: request.organizationId,
        data: {},
        reason: `Mot n° ${n}`,
      }),
    );
    await town.drainJobs();
  }
});
afterAll(() => town.close());

const list = (actor = town.dispatcher, query = {}) =>
  listMessages(town.platform, town.act(actor), { serviceRequestId, ...query });

describe('the messages of a request', () => {
  it('are listed oldest first, page by page, without any address', async () => {
    const first = await list(town.dispatcher, { limit: 3 });
    const cursor = first.nextCursor as string;
    const rest = await list(town.dispatcher, { limit: 3, cursor });
    const kinds = [...first.items, ...rest.items].map(({ kind }) => kind);
    expect(kinds).toEqual(['received', 'answered', 'reopened', 'rejected']);
    expect(rest.nextCursor).toBeNull();
    expect(JSON.stringify([first, rest])).not.toMatch(/odile|@|Mot n°/i);
  });

  it('are for those who may have to call back', async () => {
    const { west, east } = town.organizations;
    const as = (role: Role, organizationId = west) => list(town.actor(role, organizationId));
    await expect(as('desk')).resolves.toBeDefined();
    for (const role of ['crew', 'expert', 'elected', 'administrator'] as const) {
      await expect(as(role)).rejects.toMatchObject({ status: 403 });
    }
    await expect(as('dispatcher', east)).rejects.toMatchObject({ status: 403 });
    const unknown = { serviceRequestId: randomUUID() };
    await expect(list(town.dispatcher, unknown)).rejects.toMatchObject({ status: 404 });
  });

  it('refuse a forged cursor', async () => {
    const cursor = Buffer.from('["x"]').toString('base64url');
    await expect(list(town.dispatcher, { cursor })).rejects.toMatchObject({ status: 400 });
  });
});
