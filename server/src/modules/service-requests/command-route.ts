import type { TObject } from 'typebox';
import { idParams, requireKnownActor } from '../../platform/http/index.ts';
import { RequestDetail } from './schemas.ts';

/** What the route of every command shares: who may knock, what it takes, and the request it answers. */
export function command<Body extends TObject>(summary: string, body: Body) {
  return {
    onRequest: requireKnownActor,
    schema: {
      tags: ['service-requests'],
      summary,
      params: idParams,
      body,
      response: { 200: RequestDetail },
    },
  };
}
