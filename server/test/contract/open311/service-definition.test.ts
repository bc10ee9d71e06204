import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATATYPES } from '../../../src/modules/service-requests/catalogue.ts';
import { type Endpoint, FORMATS, startEndpoint } from './endpoint.ts';
import { jsonFaults } from './json-schemas.ts';
import { xmlFaults } from './xml.ts';

let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.test.close());

interface Attribute {
  code: string;
  datatype: string;
  order: number;
  variable: boolean;
  values: { key: string; name: string }[];
}
const attributes = async () =>
  ((await endpoint.get('/services/tout.json')).content as { attributes: Attribute[] }).attributes;

describe('GET Service Definition', () => {
  it('response: every field of its table, JSON: an object', async () => {
    for (const code of ['tout', 'lampadaire', 'nid-de-poule']) {
      const { content } = await endpoint.get(`/services/${code}.json`);
      expect(jsonFaults('service_definition', content)).toEqual([]);
    }
  });

  it('response: every field of its table, XML', async () => {
    for (const code of ['tout', 'lampadaire', 'nid-de-poule']) {
      expect(xmlFaults((await endpoint.get(`/services/${code}.xml`)).body)).toEqual([]);
    }
  });

  it.each(FORMATS)('« service_code: the same one submitted for this call », %s', async (format) => {
    const { content } = await endpoint.get(`/services/tout.${format}`);
    expect((content as { service_code: string }).service_code).toBe('tout');
  });

  it('« datatype: string, number, datetime, text, singlevaluelist, multivaluelist »', async () => {
    const kinds = new Set((await attributes()).map(({ datatype }) => datatype));
    expect([...kinds].toSorted()).toEqual([...DATATYPES].toSorted());
  });

  it('« order: any positive integer not used for other attributes », ascending', async () => {
    const orders = (await attributes()).map(({ order }) => order);
    expect(orders).toEqual([...new Set(orders)].toSorted((a, b) => a - b));
  });

  it('« variable: false means the attribute is only used to present information »', async () => {
    const info = (await attributes()).find(({ code }) => code === 'info');
    expect(info).toMatchObject({ variable: false, description: 'Merci de votre patience.' });
  });

  it('« values: key and name » of lists only', async () => {
    for (const { datatype, values } of await attributes()) {
      expect(values.length > 0).toBe(datatype.endsWith('list'));
    }
  });

  it.each(FORMATS)('« 404 – service_code provided was not found », %s', async (format) => {
    for (const code of ['rien', 'ancien', 'unsorted', '%3Cb%3E', 'a'.repeat(150)]) {
      expect((await endpoint.get(`/services/${code}.${format}`)).status, code).toBe(404);
    }
  });

  it.each(FORMATS)('« 404 – jurisdiction_id was not found », %s', async (format) => {
    const answer = await endpoint.get(`/services/tout.${format}?jurisdiction_id=x`);
    expect(answer.status).toBe(404);
  });

  it.each(FORMATS)('« 400 – service_code was not provided », %s', async (format) => {
    expect((await endpoint.get(`/services/.${format}`)).status).toBe(400);
  });
});
