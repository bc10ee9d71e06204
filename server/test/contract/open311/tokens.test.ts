import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, FORMATS, lamp, startEndpoint } from './endpoint.ts';
import { jsonFaults } from './json-schemas.ts';
import { xmlFaults } from './xml.ts';

let endpoint: Endpoint;
let id: string;
let token: string;
beforeAll(async () => {
  endpoint = await startEndpoint();
  const { content } = await endpoint.post('/requests.json', lamp(endpoint.key));
  const [posted] = content as { service_request_id: string; service_notice: string }[];
  id = posted?.service_request_id as string;
  // Every service is `realtime`: what the acknowledgement holds is the tracking code.
  token = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(posted?.service_notice ?? '')?.[0] as string;
});
afterAll(() => endpoint.test.close());

describe('GET service_request_id from a token', () => {
  it('response: service_request_id and token, JSON', async () => {
    const { status, content } = await endpoint.get(`/tokens/${token}.json`);
    expect(status).toBe(200);
    expect(jsonFaults('token', content)).toEqual([]);
    expect(content).toEqual([{ service_request_id: id, token }]);
  });

  it('response: service_request_id and token, XML', async () => {
    const { body, content } = await endpoint.get(`/tokens/${token}.xml`);
    expect(xmlFaults(body)).toEqual([]);
    expect(content).toEqual([{ service_request_id: id, token }]);
  });

  it('« service_request_id: can be used to call the GET Service Request method »', async () => {
    expect((await endpoint.get(`/requests/${id}.json`)).status).toBe(200);
  });

  it.each(FORMATS)('« 404 – jurisdiction_id or token not found », %s', async (format) => {
    for (const path of ['/tokens/123456', '/tokens/0000-0000', `/tokens/${id}`]) {
      expect((await endpoint.get(`${path}.${format}`)).status, path).toBe(404);
    }
    const elsewhere = `/tokens/${token}.${format}?jurisdiction_id=x`;
    expect((await endpoint.get(elsewhere)).status).toBe(404);
  });

  it.each(FORMATS)('« 400 – token was not provided », %s', async (format) => {
    expect((await endpoint.get(`/tokens/.${format}`)).status).toBe(400);
  });
});
