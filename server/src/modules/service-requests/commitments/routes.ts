import { idParams, type Routes, requireKnownActor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readClocks } from './read-clocks.ts';
import { ClockList, CommitmentRules, SetCommitments } from './schemas.ts';
import { readCommitments, setCommitments } from './set-rules.ts';

/** What is promised, and where each promise stands. */
export const commitmentRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    const known = { onRequest: requireKnownActor };
    const tags = ['service-requests'];
    app.get(
      '/service-requests/:id/clocks',
      {
        ...known,
        schema: {
          tags,
          summary: 'Les délais d’une demande : promis, légaux, tenus ou non',
          params: idParams,
          response: { 200: ClockList },
        },
      },
      (request) => {
        const { territoryId, actor, params } = request;
        return readClocks(platform, territoryId, actor, params.id, request.act().language);
      },
    );
    app.get(
      '/commitments',
      {
        ...known,
        schema: {
          tags,
          summary: 'Les engagements de délai et les heures de travail',
          response: { 200: CommitmentRules },
        },
      },
      ({ territoryId, actor }) => readCommitments(platform, territoryId, actor),
    );
    app.put(
      '/commitments',
      {
        ...known,
        schema: {
          tags,
          summary: 'Change les engagements, à partir de maintenant',
          body: SetCommitments,
          response: { 200: CommitmentRules },
        },
      },
      (request) => setCommitments(platform, request.act(), request.body),
    );
  };
