import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCatalogue } from '../../../src/modules/service-requests/index.ts';
import { systemActor } from '../../../src/platform/acts/index.ts';
import { CATALOGUE, question, service } from '../../catalogue-of-test.ts';
import { type Endpoint, FORMATS, startEndpoint } from './endpoint.ts';
import { jsonFaults } from './json-schemas.ts';
import { xmlFaults } from './xml.ts';

let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.test.close());

interface ServiceView {
  service_code: string;
  metadata: string | boolean;
  keywords: string;
  type: string;
}
const services = async (format: string) =>
  (await endpoint.get(`/services.${format}`)).content as ServiceView[];

describe('GET Service List', () => {
  it('response: every field of its table, JSON', async () => {
    expect(jsonFaults('services', await services('json'))).toEqual([]);
  });

  it('response: every field of its table, XML', async () => {
    expect(xmlFaults((await endpoint.get('/services.xml')).body)).toEqual([]);
  });

  it('« Requires API Key: No »', async () => {
    expect((await endpoint.get('/services.xml')).status).toBe(200);
  });

  it('« service_code: the unique identifier »', async () => {
    const codes = (await services('json')).map(({ service_code }) => service_code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toContain('lampadaire');
  });

  it.each(FORMATS)(
    '« metadata: determines whether there are additional form fields », %s',
    async (format) => {
      for (const { service_code, metadata } of await services(format)) {
        const { content } = await endpoint.get(`/services/${service_code}.json`);
        const asked = (content as { attributes: unknown[] }).attributes.length > 0;
        expect(String(metadata), service_code).toBe(String(asked));
      }
    },
  );

  it('« type: realtime: the service request ID will be returned immediately »', async () => {
    expect((await services('json')).every(({ type }) => type === 'realtime')).toBe(true);
    expect(await endpoint.report()).toEqual(expect.any(String));
  });

  it('« keywords: a comma separated list »', async () => {
    const pothole = (await services('json')).find(
      ({ service_code }) => service_code === 'nid-de-poule',
    );
    expect(pothole?.keywords.split(',')).toEqual(['trou', 'chaussée']);
  });

  it('« acceptable service request types »: what is not offered is not listed', async () => {
    const codes = (await services('json')).map(({ service_code }) => service_code);
    expect(codes).not.toContain('ancien');
    expect(codes).not.toContain('unsorted');
  });

  it('« non-emergency issues »: whom to call stands first in the description', async () => {
    const wires = service('cables', { emergencyNotice: 'Appelez le 112.', description: 'Câbles.' });
    const kept = [...CATALOGUE, service('tout', { questions: [question('x', 1)] }), wires];
    const act = endpoint.test.act(systemActor('test'));
    await importCatalogue(endpoint.test.platform, act, { services: kept });
    expect(await services('json')).toContainEqual(
      expect.objectContaining({ service_code: 'cables', description: 'Appelez le 112. Câbles.' }),
    );
  });

  it.each(FORMATS)('« 404 – jurisdiction_id provided was not found », %s', async (format) => {
    const { status, content } = await endpoint.get(`/services.${format}?jurisdiction_id=ailleurs`);
    expect(status).toBe(404);
    expect((content as { description: string }[])[0]?.description).toContain('ailleurs');
  });

  it.each(['essai', 'essai.example', ''])(
    '« Implementations can ignore this parameter if only one jurisdiction »: « %s » is ours',
    async (name) => {
      expect((await endpoint.get(`/services.json?jurisdiction_id=${name}`)).status).toBe(200);
    },
  );
});
