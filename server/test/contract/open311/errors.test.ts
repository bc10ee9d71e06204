import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, FORMATS, lamp, startEndpoint } from './endpoint.ts';
import { jsonFaults } from './json-schemas.ts';
import { xmlFaults } from './xml.ts';

let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.test.close());

describe('Errors', () => {
  const refusals: [number, string, string][] = [
    [404, 'GET', '/services/rien'],
    [404, 'GET', '/requests/rien'],
    [404, 'GET', '/tokens/rien'],
    [404, 'GET', '/nowhere'],
    [404, 'GET', '/open311/v1/services'],
    [404, 'DELETE', '/requests'],
    [404, 'PUT', '/services'],
    [400, 'GET', '/requests?status=x'],
    [403, 'POST', '/requests'],
    [403, 'GET', '/servicerequestupdates'],
  ];

  it.each(refusals)(
    '%i to %s %s: « code » and « description » in an array, JSON and XML',
    async (status, method, path) => {
      for (const format of FORMATS) {
        const [name, query] = path.split('?');
        const url = `${name}.${format}${query ? `?${query}` : ''}`;
        const answer =
          method === 'GET'
            ? await endpoint.get(url)
            : await endpoint.send(method, url, 'application/x-www-form-urlencoded', '');
        expect(answer.status).toBe(status);
        if (format === 'json') expect(jsonFaults('errors', answer.content)).toEqual([]);
        else expect(xmlFaults(answer.body)).toEqual([]);
        const [error] = answer.content as { code: unknown }[];
        expect(String(error?.code)).toBe(String(status));
      }
    },
  );

  it.each(FORMATS)(
    '« Multiple error codes and descriptions can be returned », %s',
    async (format) => {
      const fields = { api_key: endpoint.key, email: 'x', description: 'y' };
      const { status, content } = await endpoint.post(`/requests.${format}`, fields);
      expect(status).toBe(400);
      expect(content).toHaveLength(3);
    },
  );

  it.each(FORMATS)(
    '« 404 for resources that don’t exist »: an address that cannot be decoded, %s',
    async (format) => {
      const answer = await endpoint.get(`/requests/%zz.${format}`);
      expect(answer.status).toBe(404);
      if (format === 'json') expect(jsonFaults('errors', answer.content)).toEqual([]);
      else expect(xmlFaults(answer.body)).toEqual([]);
    },
  );

  it.each(FORMATS)(
    'a description names what is wrong, and reflects nothing unescaped, %s',
    async (format) => {
      const { body } = await endpoint.get(`/services/${encodeURIComponent('<b>&"')}.${format}`);
      if (format === 'xml') expect(xmlFaults(body)).toEqual([]);
      expect(body).toContain(format === 'xml' ? '&lt;b&gt;&amp;"' : '<b>&\\"');
    },
  );

  it.each(FORMATS)('a NUL byte, a lone surrogate, an overlong key, %s', async (format) => {
    for (const description of ['a\0b', 'a\ud800b']) {
      const answer = await endpoint.post(`/requests.${format}`, {
        ...lamp(endpoint.key),
        description,
      });
      // URLSearchParams replaces a lone surrogate by U+FFFD: it is then a text like another.
      expect([200, 400]).toContain(answer.status);
      if (description.includes('\0')) expect(answer.status).toBe(400);
    }
  });

  it('a host that serves no territory is told so in the same form', async () => {
    const answer = await endpoint.get('/services.xml', { host: 'inconnue.example' });
    expect([200, 404]).toContain(answer.status);
    if (answer.status !== 200) expect(xmlFaults(answer.body)).toEqual([]);
  });

  it('an address without a format is unknown', async () => {
    for (const path of ['/services', '/requests', '/services/lampadaire', '/services.html']) {
      expect((await endpoint.get(path)).status, path).toBe(404);
    }
  });
});
