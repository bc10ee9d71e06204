import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Endpoint, startEndpoint } from './endpoint.ts';

/**
 * The Open311 community's own JSON Schemas (repository open311/schema-validation). It has no
 * licence, so they are not ours to ship: these tests read them where `OPEN311_SCHEMAS` says that
 * they are (`scripts/open311-clients/README.md`), and are skipped without.
 */
const BESIDE = path.resolve(import.meta.dirname, '../../../../../shared/data/open311/schemas');
const FOLDER = process.env.OPEN311_SCHEMAS ?? BESIDE;
const NAMES = ['service', 'services', 'service-definition', 'request', 'requests'] as const;

describe.skipIf(!existsSync(FOLDER))('the Open311 community’s own JSON Schemas', () => {
  // Draft 4: without `$schema`, and with keywords beside `$ref` that it passes over.
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  let endpoint: Endpoint;
  let id: string;

  beforeAll(async () => {
    for (const name of NAMES) {
      const schema = JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8'));
      ajv.addSchema(schema, `${name}.json`);
    }
    endpoint = await startEndpoint();
    id = await endpoint.report();
    await endpoint.report({ service_code: 'nid-de-poule', 'attribute[taille]': 'grand' });
  });
  afterAll(() => endpoint.test.close());

  it.each<[string, () => string]>([
    ['services', () => '/services.json'],
    ['service-definition', () => '/services/tout.json'],
    ['service-definition', () => '/services/lampadaire.json'],
    ['requests', () => '/requests.json'],
    ['requests', () => `/requests/${id}.json`],
  ])('%s', async (name, address) => {
    const { content } = await endpoint.get(address());
    const validate = ajv.getSchema(`${name}.json`);
    expect(validate?.(content), JSON.stringify(validate?.errors)).toBe(true);
    // A schema that refuses nothing would prove nothing.
    expect(validate?.(name === 'service-definition' ? {} : [{}])).toBe(false);
  });
});
