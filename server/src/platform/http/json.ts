import type { FastifyInstance } from 'fastify';
import { commonProblems } from '../problem/index.ts';
import { findDuplicateKey } from './duplicate-keys.ts';

/** Reads JSON bodies strictly: well-formed, without repeated names, nothing but JSON. */
export function parseJson(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'string' },
    async (_request: unknown, body: string | Buffer) => {
      const text = body.toString();
      if (text.trim() === '') return {};
      const value = parse(text);
      const repeated = findDuplicateKey(text);
      if (repeated !== undefined) {
        throw malformed(`/${repeated}`, 'Ce nom est présent deux fois dans le même objet.');
      }
      return value;
    },
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('/', 'Le corps de la requête n’est pas du JSON bien formé.');
  }
}

function malformed(pointer: string, detail: string) {
  return commonProblems.validation({ errors: [{ pointer, detail }] });
}
