import type { FastifyInstance } from 'fastify';
import { commonProblems } from '../problem/index.ts';
import { findHostileText } from './hostile-text.ts';

/** Refuses, before any schema, text that cannot be kept. */
export function refuseHostileText(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ body, query, params }) => {
    const pointer =
      findHostileText(body) ?? findHostileText(query, 'query') ?? findHostileText(params, 'path');
    if (pointer !== undefined) {
      throw commonProblems.validation({
        errors: [{ pointer, detail: 'Ce texte contient un caractère qui ne peut pas être écrit.' }],
      });
    }
  });
}
