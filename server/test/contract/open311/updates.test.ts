import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerServiceRequest } from '../../../src/modules/service-requests/answer-service-request.ts';
import { rejectServiceRequest } from '../../../src/modules/service-requests/reject-service-request.ts';
import { triageServiceRequest } from '../../../src/modules/service-requests/triage-service-request.ts';
import { eventsOf } from '../../../src/platform/events/index.ts';
import { type Endpoint, FORMATS, startEndpoint } from './endpoint.ts';

let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.test.close());

interface Update {
  update_id: string;
  service_request_id: string;
  status: string;
  description: string;
  updated_datetime: string;
}
const updates = async (query = '', format = 'json') => {
  const path = `/servicerequestupdates.${format}?api_key=${endpoint.key}&${query}`;
  const { status, content, body } = await endpoint.get(path);
  expect(status, body).toBe(200);
  return (content || []) as Update[];
};
const act = (expectedVersion: number) => {
  const { test, organizations } = endpoint;
  return test.act(test.actor('director', organizations.west), { expectedVersion });
};

describe('service request updates (FixMyStreet extension): GET servicerequestupdates', () => {
  it.each(FORMATS)(
    'tells each step, oldest first, with the state that FixMyStreet knows, %s',
    async (format) => {
      const id = await endpoint.report();
      const { platform, clock } = endpoint.test;
      await triageServiceRequest(platform, act(1), { id, severity: 2, urgency: 2 });
      clock.advance(1_000);
      await answerServiceRequest(platform, act(2), { id, message: 'Ampoule changée & vérifiée' });
      const mine = (await updates('', format)).filter((one) => one.service_request_id === id);
      expect(mine).toMatchObject([
        { status: 'INVESTIGATING', description: 'Demande prise en charge' },
        { status: 'CLOSED', description: 'Ampoule changée & vérifiée' },
      ]);
      expect(new Set(mine.map(({ update_id }) => update_id)).size).toBe(2);
    },
  );

  it('says when it is another authority’s', async () => {
    const id = await endpoint.report();
    const { platform } = endpoint.test;
    await rejectServiceRequest(platform, act(1), { id, reason: 'not-competent', message: 'RD 5' });
    const [update] = (await updates()).filter((one) => one.service_request_id === id);
    expect(update?.status).toBe('NOT_COUNCILS_RESPONSIBILITY');
  });

  it('start_date and end_date bound it', async () => {
    const now = endpoint.test.clock.now().getTime();
    const at = (ms: number) => new Date(now + ms).toISOString();
    expect(await updates(`start_date=${at(3_600_000)}&end_date=${at(7_200_000)}`)).toEqual([]);
    expect(
      (await updates(`start_date=${at(-3_600_000)}&end_date=${at(1)}`)).length,
    ).toBeGreaterThan(0);
    const path = `/servicerequestupdates.json?api_key=${endpoint.key}`;
    const tooLong = `start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z`;
    expect((await endpoint.get(`${path}&${tooLong}`)).status).toBe(400);
    expect((await endpoint.get(`${path}&start_date=hier`)).status).toBe(400);
  });

  it('needs a key: 403', async () => {
    expect((await endpoint.get('/servicerequestupdates.xml')).status).toBe(403);
    expect((await endpoint.get('/servicerequestupdates.xml?api_key=x')).status).toBe(403);
  });
});

describe('service request updates (FixMyStreet extension): POST servicerequestupdates', () => {
  const send = (fields: Record<string, string>, format = 'json') =>
    endpoint.post(`/servicerequestupdates.${format}`, { api_key: endpoint.key, ...fields });
  const story = async (id: string) => {
    const { platform, territoryId } = endpoint.test;
    return eventsOf(platform.db.read, territoryId, [id]);
  };

  it.each(FORMATS)('adds the words to the story, and gives an update_id, %s', async (format) => {
    const id = await endpoint.report();
    const fields = {
      service_request_id: id,
      update_id: '42',
      updated_datetime: '2026-11-24T09:00:00Z',
      status: 'FIXED',
      description: 'C’est réparé, merci',
      first_name: 'Odile',
    };
    const answer = await send(fields, format);
    expect(answer.status, answer.body).toBe(200);
    const [{ update_id: first }] = answer.content as [{ update_id: string }];
    const [{ update_id: again }] = (await send(fields, format)).content as [{ update_id: string }];
    expect(again).toBe(first);
    const told = (await story(id)).filter(({ type }) => type.endsWith('.commented'));
    expect(told.map(({ reason }) => reason)).toEqual(['C’est réparé, merci']);
    // Their opinion closes nothing; and it does not come back to them as news.
    const { content } = await endpoint.get(`/requests/${id}.json`);
    expect((content as { status: string }[])[0]?.status).toBe('open');
    expect((await updates()).filter((one) => one.service_request_id === id)).toEqual([]);
  });

  it('only whoever brought the request may add to it: 404', async () => {
    const submitted = await endpoint.test.resident.send('POST', '/api/v1/service-requests', {
      serviceCode: 'lampadaire',
      description: 'Par le site',
      point: { lat: 43.64, long: 3.84 },
    });
    const fields = { service_request_id: submitted.json().id, description: 'x' };
    expect((await send(fields)).status).toBe(404);
    expect((await send({ service_request_id: 'x', description: 'x' })).status).toBe(404);
  });

  it('400 without what it is about, or without words; 403 without a key', async () => {
    const id = await endpoint.report();
    expect((await send({ description: 'x' })).status).toBe(400);
    expect((await send({ service_request_id: id })).status).toBe(400);
    expect((await send({ service_request_id: id, description: 'x'.repeat(4_001) })).status).toBe(
      400,
    );
    expect((await send({ service_request_id: id, description: 'x', api_key: '' })).status).toBe(
      403,
    );
  });
});
