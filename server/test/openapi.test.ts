import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { describeApi } from '../src/describe-api.ts';

const committed = path.join(import.meta.dirname, '../../openapi.json');

it('is what openapi.json says: otherwise run « npm run generate » and commit it', async () => {
  expect(await describeApi()).toBe(readFileSync(committed, 'utf8'));
});

it('says of every operation what it is for, and where it belongs', () => {
  const { openapi, paths } = JSON.parse(readFileSync(committed, 'utf8'));
  expect(openapi).toBe('3.1.0');
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, { summary?: string; tags?: string[] }>).map(
      ([method, { summary, tags }]) => ({ name: `${method} ${path}`, summary, tags }),
    ),
  );
  expect(operations.length).toBeGreaterThan(40);
  expect(operations.filter(({ summary, tags }) => !summary || tags?.length !== 1)).toEqual([]);
});
