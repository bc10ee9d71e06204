import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, FORMATS, startEndpoint } from './endpoint.ts';
import { jsonFaults } from './json-schemas.ts';
import { xmlFaults } from './xml.ts';

let endpoint: Endpoint;
let id: string;
beforeAll(async () => {
  endpoint = await startEndpoint();
  id = await endpoint.report();
});
afterAll(() => endpoint.test.close());

describe('GET Service Request', () => {
  it('response: every field of its table, JSON: an array of one', async () => {
    const { content } = await endpoint.get(`/requests/${id}.json`);
    expect(jsonFaults('request', content)).toEqual([]);
  });

  it('response: every field of its table, XML', async () => {
    expect(xmlFaults((await endpoint.get(`/requests/${id}.xml`)).body)).toEqual([]);
  });

  it.each(FORMATS)('what was posted is read back, %s', async (format) => {
    const [request] = (await endpoint.get(`/requests/${id}.${format}?api_key=${endpoint.key}`))
      .content as object[];
    expect(request).toMatchObject({
      service_request_id: id,
      status: 'open',
      service_code: 'lampadaire',
      service_name: 'Lampadaire en panne',
      agency_responsible: 'Ouestville',
      description: 'Éteint & cassé <ici> 💡',
      requested_datetime: '2026-11-24T09:00:00Z',
    });
    expect(Number((request as { lat: unknown }).lat)).toBe(43.63);
    expect(Number((request as { long: unknown }).long)).toBe(3.83);
  });

  it('« Requires API Key: No »', async () => {
    expect((await endpoint.get(`/requests/${id}.json`)).status).toBe(200);
  });

  it('identifiers are texts: « 006 » is no JSON number', async () => {
    const { body } = await endpoint.get(`/requests/${id}.json`);
    expect(body).toContain(`"service_request_id":"${id}"`);
    expect(body).toContain('"service_code":"lampadaire"');
  });

  it.each(FORMATS)('« 404 – resources that don’t exist », %s', async (format) => {
    for (const name of ['x', '638344', '01990000-0000-7000-8000-000000000000']) {
      expect((await endpoint.get(`/requests/${name}.${format}`)).status).toBe(404);
    }
  });

  it.each(FORMATS)('« 404 – jurisdiction_id not found », %s', async (format) => {
    expect((await endpoint.get(`/requests/${id}.${format}?jurisdiction_id=x`)).status).toBe(404);
  });

  it('what a resident wrote on the web is shown to the holder of a key only', async () => {
    const submitted = await endpoint.test.resident.send('POST', '/api/v1/service-requests', {
      serviceCode: 'lampadaire',
      description: 'Mes mots à moi',
      point: { lat: 43.64, long: 3.84 },
    });
    const path = `/requests/${submitted.json().id}.json`;
    expect((await endpoint.get(path)).body).not.toContain('Mes mots');
    expect((await endpoint.get(`${path}?api_key=${endpoint.key}`)).body).toContain('Mes mots');
    expect((await endpoint.get(path)).body).not.toContain('Mes mots');
  });

  it('without a key, what came by Open311 is read with its personal data masked', async () => {
    const words = 'Demandez M. Roux au 06 12 34 56 78';
    const mine = await endpoint.report({ description: words });
    expect((await endpoint.get(`/requests/${mine}.json`)).body).not.toContain('06 12');
    await endpoint.test.drainJobs();
    endpoint.test.clock.advance(10_000);
    const { body } = await endpoint.get(`/requests/${mine}.json`);
    expect(body).toContain('Demandez');
    expect(body).not.toMatch(/Roux|06 12/);
    expect((await endpoint.get(`/requests/${mine}.json?api_key=${endpoint.key}`)).body).toContain(
      words,
    );
  });

  it('a change is seen by the very next reading', async () => {
    const mine = await endpoint.report();
    const read = async () =>
      ((await endpoint.get(`/requests/${mine}.json`)).content as { status: string }[])[0]?.status;
    expect(await read()).toBe('open');
    const { test, organizations } = endpoint;
    const director = await test.login([{ organizationId: organizations.west, role: 'director' }]);
    const answered = await director.send(
      'POST',
      `/api/v1/service-requests/${mine}/answer`,
      { message: 'C’est fait.' },
      { 'if-match': '"1"' },
    );
    expect(answered.statusCode, answered.body).toBe(200);
    expect(await read()).toBe('closed');
  });
});
