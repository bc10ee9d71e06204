import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../../../test/app.ts';
import { staff, type Town } from '../../../../test/staffed-town.ts';
import { eventsOf } from '../../../platform/events/index.ts';
import { mergeServiceRequest } from '../duplicates/merge-service-request.ts';
import { readServiceRequest } from '../read-service-request.ts';

let town: Town & TestApp;
beforeAll(async () => {
  // Long ago, so that every job is due; the whole program, so that nobody hears what another hears.
  town = await staff(await createTestApp({ at: '2020-01-07T09:00:00Z' }));
});
afterAll(() => town.close());

const receive = (requestId: string) =>
  town.platform.db.transaction((tx) =>
    town.platform.events.publish(tx, town.ownAct(), {
      type: 'intake.words-received',
      subject: requestId,
      organizationId: null,
      data: { requestId, channel: 'mail', text: 'Côté pair.', photoIds: [], by: 'reporter' },
    }),
  );
const wordsOf = async (id: string) =>
  (await eventsOf(town.platform.db.read, town.territoryId, [id])).filter(
    ({ type }) => type === 'service-request.resident-wrote',
  );

it('keeps an answer by mail once, and marks that there is something to read', async () => {
  const { id } = await town.request();
  await receive(id);
  await town.drainJobs();
  expect(await wordsOf(id)).toMatchObject([
    { reason: 'Côté pair.', data: { by: 'reporter', through: 'mail' } },
  ]);
  const read = await readServiceRequest(town.platform, town.territoryId, town.dispatcher, id);
  expect(read).toMatchObject({ wroteAt: expect.any(String), version: 2 });
});

it('brings the answer of a joined request to the one that leads, whose reporter does not read it', async () => {
  const leader = await town.request();
  const member = await town.request();
  await mergeServiceRequest(town.platform, town.act(town.dispatcher, { expectedVersion: 1 }), {
    id: member.id,
    intoId: leader.id,
  });
  await receive(member.id);
  await town.drainJobs();
  expect(await wordsOf(member.id)).toEqual([]);
  expect(await wordsOf(leader.id)).toMatchObject([{ data: { by: 'follower' } }]);
  const page = await town.resident.get(`/api/v1/public/tracking/${leader.code}`);
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toContain('Côté pair.');
});
