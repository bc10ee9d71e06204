import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, FORMATS, lamp, startEndpoint } from './endpoint.ts';
import { asTexts } from './xml.ts';

let endpoint: Endpoint;
let id: string;
beforeAll(async () => {
  endpoint = await startEndpoint();
  id = await endpoint.report();
});
afterAll(() => endpoint.test.close());

const paths = () => ['/services', '/services/tout', '/requests', `/requests/${id}`, '/discovery'];

describe('Format Support and Encoding', () => {
  it.each([
    ['json', 'application/json; charset=utf-8'],
    ['xml', 'text/xml; charset=utf-8'],
  ])('%s is sent as %s (Format Support)', async (format, type) => {
    for (const path of paths()) {
      expect((await endpoint.get(`${path}.${format}`)).type).toBe(type);
    }
  });

  it('« the root element must be preceded with the XML declaration including encoding="UTF-8" »', async () => {
    for (const path of paths()) {
      const { body } = await endpoint.get(`${path}.xml`);
      expect(body).toMatch(/^<\?xml version="1\.0" encoding="utf-8"\?>\s*<\w+/i);
    }
  });

  it('« it is recommended that you do not include foreign tags or namespaces » (XML Support)', async () => {
    for (const path of paths()) {
      const { body } = await endpoint.get(`${path}.xml`);
      expect(body).not.toMatch(/xmlns|<\w+:/);
    }
  });

  it('« JSON support is based on a programmatic mapping of the XML format » (JSON Support)', async () => {
    for (const path of paths()) {
      const json = await endpoint.get(`${path}.json`);
      const xml = await endpoint.get(`${path}.xml`);
      expect(xml.content, path).toEqual(asTexts(json.content));
    }
  });

  it('a list is a bare array in JSON (Spark Convention)', async () => {
    for (const path of ['/services', '/requests', `/requests/${id}`]) {
      expect(Array.isArray((await endpoint.get(`${path}.json`)).content)).toBe(true);
    }
  });

  it.each([
    ['/services', 'services'],
    ['/services/tout', 'service_definition'],
    ['/requests', 'service_requests'],
    ['/requests/none', 'errors'],
  ])('the root of %s is %s (examples)', async (path, root) => {
    expect((await endpoint.get(`${path}.xml`)).root).toBe(root);
  });

  it.each(FORMATS)(
    '« All text received from the client will be assumed to be UTF-8 », %s',
    async (format) => {
      const words = 'Nid-de-poule à l’angle : 「日本」, Ωμέγα, 👩🏽‍🦽\nsur deux lignes';
      const mine = await endpoint.report({ description: words });
      const { content } = await endpoint.get(`/requests/${mine}.${format}?api_key=${endpoint.key}`);
      expect((content as { description: string }[])[0]?.description).toBe(words);
    },
  );

  it.each(FORMATS)(
    '« may contain line breaks, but not html or code »: markup is text, %s',
    async (format) => {
      const words = '<script>alert(1)</script> ]]> &amp; <![CDATA[x]]> "quoted"';
      const mine = await endpoint.report({ description: words });
      const { content } = await endpoint.get(`/requests/${mine}.${format}?api_key=${endpoint.key}`);
      expect((content as { description: string }[])[0]?.description).toBe(words);
    },
  );

  it('« Timezone information must be included » (Date/time format)', async () => {
    const { content } = await endpoint.get(`/requests/${id}.json`);
    const [request] = content as { requested_datetime: string; updated_datetime: string }[];
    const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
    expect(request?.requested_datetime).toMatch(zoned);
    expect(request?.updated_datetime).toMatch(zoned);
  });

  it('« a parameter passed and empty » is « not passed at all » (Optional Arguments)', async () => {
    const bare = await endpoint.get('/requests.json');
    const empty =
      'service_request_id=&service_code=&start_date=&end_date=&status=&jurisdiction_id=&page=&page_size=&bbox=&updated_after=&extensions=';
    expect((await endpoint.get(`/requests.json?${empty}`)).content).toEqual(bare.content);
    const optional = ['address_string', 'address_id', 'email', 'phone', 'first_name', 'media_url'];
    const blank = Object.fromEntries(optional.map((name) => [name, '']));
    const answer = await endpoint.post('/requests.json', { ...lamp(endpoint.key), ...blank });
    expect(answer.status).toBe(200);
  });
});
