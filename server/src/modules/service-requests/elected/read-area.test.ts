import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createTestApp, type TestApp } from '../../../../test/app.ts';
import { staff, type Town } from '../../../../test/staffed-town.ts';
import type { ServiceRequest } from '../service-request.ts';
import { type Reported, streetOf, summarize } from './model.ts';

const day = (text: string) => new Date(`2026-${text}T09:00:00Z`);
const one = (facts: Partial<Reported>): Reported => ({
  id: crypto.randomUUID(),
  serviceName: 'Nid-de-poule',
  address: '12 rue des Tilleuls, Ouestville',
  status: 'received',
  priority: 3,
  receivedAt: day('03-02'),
  closedAt: null,
  plannedFor: null,
  ...facts,
});

describe('a summary', () => {
  it('says in one sentence what became of a street', () => {
    const done = { status: 'done' as const, closedAt: day('03-08') };
    const [summary] = summarize(
      [
        one(done),
        one({ ...done, address: '3 bis rue des Tilleuls' }),
        one({ ...done, address: 'Rue des Tilleuls, Ouestville' }),
        one({ status: 'planned', plannedFor: day('12-02'), receivedAt: day('11-02') }),
        one({ address: 'place de la Gare' }),
      ],
      10,
    );
    expect(summary?.text).toBe(
      'Rue des Tilleuls, nid-de-poule : 4 demandes depuis mars, 3 faites en 6 jours, 1 prévue le 2 décembre.',
    );
  });

  it('knows the street of an address', () => {
    expect(streetOf('12 bis rue du 8 mai 1945, Ouestville')).toBe('rue du 8 mai 1945');
    expect(streetOf('près de la mairie')).toBe('près de la mairie');
    expect(streetOf('')).toBe('');
  });
});

describe('the page of an elected official', () => {
  let test: TestApp & Town;
  let elected: Caller;
  const add = (facts: Partial<ServiceRequest>) =>
    test.request({ communeId: test.organizations.west, ...facts });

  beforeAll(async () => {
    test = await staff(await createTestApp());
    elected = await test.login([{ organizationId: test.organizations.west, role: 'elected' }]);
    await add({ priority: 3, description: 'Appelez Mme Durand au 06 12 34 56 78' });
    await add({ priority: 1, severity: 4, urgency: 4 });
    await add({ communeId: test.organizations.metropole, address: '1 rue d’ailleurs' });
  });
  afterAll(() => test.close());

  it('ranks what to decide first with its reason, in its own communes, without anybody', async () => {
    const answer = await elected.get('/api/v1/elected/area');
    expect(answer.statusCode, answer.body).toBe(200);
    const area = answer.json();
    expect(area.communes).toEqual([{ id: test.organizations.west, name: 'Ouestville' }]);
    expect(area.counts).toEqual({ received: 2, open: 2, planned: 0, done: 0 });
    expect(area.first.map(({ priority }: { priority: number }) => priority)).toEqual([1, 3]);
    expect(area.first[0].reason).toBe('priorité 1 : danger, aujourd’hui');
    expect(area.summaries).toHaveLength(1);
    expect(answer.body).not.toMatch(/Durand|06 12|Odile|ailleurs/);
  });

  it('keeps to a street', async () => {
    const of = async (street: string) =>
      (await elected.get(`/api/v1/elected/area?street=${encodeURIComponent(street)}`)).json();
    expect((await of('lilas')).counts.received).toBe(2);
    expect((await of('100 %')).counts.received).toBe(0);
  });

  it('is closed to the desk and to residents', async () => {
    const desk = await test.login([{ organizationId: test.organizations.west, role: 'desk' }]);
    expect((await desk.get('/api/v1/elected/area')).statusCode).toBe(403);
    expect((await test.resident.get('/api/v1/elected/area')).statusCode).toBe(401);
  });

  it('files a request in the same queue, by its own channel and no other', async () => {
    const send = (channel: string) =>
      elected.send('POST', '/api/v1/service-requests', {
        serviceCode: 'nid-de-poule',
        description: 'Un habitant m’en a parlé',
        point: { lat: 43.65, long: 3.85 },
        channel,
      });
    expect((await send('elected')).statusCode).toBe(201);
    expect((await send('phone')).statusCode).toBe(403);
  });
});
