import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importCatalogue } from '../../../src/modules/service-requests/index.ts';
import { systemActor } from '../../../src/platform/acts/index.ts';
import { CATALOGUE } from '../../catalogue-of-test.ts';
import { type Endpoint, FORMATS, startEndpoint } from './endpoint.ts';
import { jsonFaults } from './json-schemas.ts';
import { asTexts, xmlFaults } from './xml.ts';

let endpoint: Endpoint;
beforeAll(async () => {
  endpoint = await startEndpoint();
});
afterAll(() => endpoint.test.close());

describe('Service Discovery', () => {
  it.each(['/open311', '/open311/v2'])(
    '« must end in /discovery.<format>; format must be both: xml, json » (Base URL), under %s',
    async (folder) => {
      for (const format of FORMATS) {
        expect((await endpoint.get(`${folder}/discovery.${format}`)).status).toBe(200);
      }
    },
  );

  it('« All fields are required » (Fields for All Versions), JSON', async () => {
    const { content } = await endpoint.get('/discovery.json');
    expect(jsonFaults('discovery', content)).toEqual([]);
  });

  it('« All fields are required » (Fields for All Versions), XML', async () => {
    expect(xmlFaults((await endpoint.get('/discovery.xml')).body)).toEqual([]);
  });

  it('« The JSON structure is meant to follow a programmatic mapping » (Formats)', async () => {
    const [json, xml] = [
      await endpoint.get('/discovery.json'),
      await endpoint.get('/discovery.xml'),
    ];
    expect(xml.root).toBe('discovery');
    expect(xml.content).toEqual(asTexts(json.content));
  });

  it('« endpoint.specification: the token of the specification that is supported »', async () => {
    const { content } = await endpoint.get('/discovery.json');
    expect((content as { endpoints: object[] }).endpoints).toMatchObject([
      { specification: 'http://wiki.open311.org/GeoReport_v2', type: 'production' },
    ]);
  });

  it('« endpoint.url: URL of the endpoint provider »: services are found under it', async () => {
    const { content } = await endpoint.get('/discovery.json');
    const [{ url, formats }] = (content as { endpoints: { url: string; formats: string[] }[] })
      .endpoints as [{ url: string; formats: string[] }];
    expect((await endpoint.get(`${new URL(url).pathname}/services.xml`)).status).toBe(200);
    expect(formats.toSorted()).toEqual(['application/json', 'text/xml']);
  });

  it('« an updated changeset indicates that there has been an update to the Service Definitions »', async () => {
    const changesets = async () =>
      (await endpoint.get('/discovery.json')).content as {
        changeset: string;
        endpoints: { changeset: string }[];
      };
    const before = await changesets();
    endpoint.test.clock.advance(3_600_000);
    expect((await changesets()).changeset).toBe(before.changeset);
    const act = endpoint.test.act(systemActor('test'));
    await importCatalogue(endpoint.test.platform, act, { services: CATALOGUE });
    const after = await changesets();
    expect(after.changeset > before.changeset).toBe(true);
    expect(after.endpoints[0]?.changeset).toBe(after.changeset);
  });
});
