import { importCatalogue } from '../../../src/modules/service-requests/index.ts';
import { systemActor } from '../../../src/platform/acts/index.ts';
import { createApiToken } from '../../../src/platform/auth/index.ts';
import { createTestApp, type TestApp } from '../../app.ts';
import { CATALOGUE, question, service } from '../../catalogue-of-test.ts';
import type { TestPlatformOptions } from '../../platform.ts';
import { foundTestTerritory, type TestTerritory } from '../../territory.ts';
import { readXml } from './xml.ts';

export const FORMATS = ['json', 'xml'] as const;
export type Format = (typeof FORMATS)[number];

/** An answer of the endpoint, read in either form into the same shape. */
export interface Answer {
  status: number;
  type: string;
  body: string;
  headers: Record<string, unknown>;
  /** JSON as it is; XML as its JSON twin would be, all texts. */
  content: never;
  /** In XML, the name of the root. */
  root: string | undefined;
}

/** A running GeoReport v2 endpoint on a territory of its own. */
export interface Endpoint {
  test: TestApp;
  organizations: TestTerritory;
  /** A key that may report. */
  key: string;
  /** A key that may not. */
  weakKey: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, fields: Fields, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, type: string, body: string): Promise<Answer>;
  /** Reports a lamp that is out. @returns its identifier */
  report(more?: Fields): Promise<string>;
}

export type Fields = Record<string, string | string[]>;

/** Every datatype of the standard in one service. */
const EVERY_KIND = service('tout', {
  name: 'Toutes les questions',
  description: 'Avec accents & signes <spéciaux>.',
  keywords: ['alpha', 'bêta'],
  questions: [
    question('texte', 1),
    question('nombre', 2, { datatype: 'number' }),
    question('quand', 3, { datatype: 'datetime', datatypeDescription: 'ISO 8601' }),
    question('longtexte', 4, { datatype: 'text' }),
    question('un', 5, {
      datatype: 'singlevaluelist',
      required: true,
      values: [
        { key: 'a', name: 'Ah' },
        { key: 'b', name: 'Bé' },
      ],
    }),
    question('plusieurs', 6, {
      datatype: 'multivaluelist',
      values: [
        { key: 'x', name: 'Ixe' },
        { key: 'y', name: 'I grec' },
      ],
    }),
    question('info', 7, { variable: false, description: 'Merci de votre patience.' }),
  ],
});

export async function startEndpoint(options: TestPlatformOptions = {}): Promise<Endpoint> {
  const test = await createTestApp(options);
  const organizations = await foundTestTerritory(test);
  const own = () => test.act(systemActor('test'));
  await importCatalogue(test.platform, own(), { services: [...CATALOGUE, EVERY_KIND] });
  const create = async (scope: 'open311:write' | 'role:auditor') => {
    const command = { name: scope, organizationId: organizations.west, scopes: [scope] };
    return (await createApiToken(test.platform, own(), command)).token;
  };
  const [key, weakKey] = [await create('open311:write'), await create('role:auditor')];

  const ask = async (call: object): Promise<Answer> => {
    const answer = await test.app.inject(call);
    const type = String(answer.headers['content-type']);
    const xml = type.startsWith('text/xml') ? readXml(answer.body) : undefined;
    return {
      status: answer.statusCode,
      type,
      body: answer.body,
      headers: answer.headers,
      root: xml?.root,
      content: (xml ? xml.content : JSON.parse(answer.body)) as never,
    };
  };
  const url = (path: string) => (path.startsWith('/open311') ? path : `/open311/v2${path}`);
  const send = (method: string, path: string, type: string, body: string, headers = {}) =>
    ask({ method, url: url(path), headers: { 'content-type': type, ...headers }, payload: body });
  const post = (path: string, fields: Fields, headers = {}) =>
    send('POST', path, 'application/x-www-form-urlencoded; charset=utf-8', form(fields), headers);
  return {
    test,
    organizations,
    key,
    weakKey,
    get: (path, headers = {}) => ask({ method: 'GET', url: url(path), headers }),
    post,
    send,
    async report(more = {}) {
      const answer = await post('/requests.json', { ...lamp(key), ...more });
      if (answer.status !== 200) throw new Error(answer.body);
      return (answer.content as { service_request_id: string }[])[0]?.service_request_id as string;
    },
  };
}

/** The least that a report needs. */
export const lamp = (key: string): Fields => ({
  api_key: key,
  service_code: 'lampadaire',
  lat: '43.63',
  long: '3.83',
  description: 'Éteint & cassé <ici> 💡',
});

function form(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}
