import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../../platform/platform.ts';
import { keyHolder, requireWriter } from './callers.ts';
import { Open311Refusal } from './errors.ts';
import { listUpdates } from './list-updates.ts';
import { type Parameters, readDate } from './read-query.ts';
import { readUpdate } from './read-update.ts';
import { callerOf } from './read-whole.ts';
import { receiveUpdate } from './receive-update.ts';
import { send } from './send.ts';
import { FORMATS } from './serialize.ts';

const ROOT = 'service_request_updates';

/**
 * Updates of requests, as FixMyStreet and those who work with it exchange them.
 *
 * Source: mySociety, « Open311 extensions: service request updates » (`servicerequestupdates.xml`).
 */
export const updateRoutes = (platform: Platform) => async (app: FastifyInstance) => {
  for (const format of FORMATS) {
    app.get(`/servicerequestupdates.${format}`, async (request, reply) => {
      const holder = await keyHolder(app, request);
      if (!holder) throw new Open311Refusal(403, 'api_key manque.');
      const query = request.query as Parameters;
      const updates = await listUpdates(platform, request.territoryId, callerOf(holder), {
        from: readDate('start_date', query.start_date),
        to: readDate('end_date', query.end_date),
      });
      return send(reply, format, ROOT, updates);
    });

    app.post(`/servicerequestupdates.${format}`, async (request, reply) => {
      const actor = await requireWriter(app, request);
      const update = readUpdate((request.body ?? {}) as Parameters);
      const { updateId } = await receiveUpdate(platform, { ...request.act(), actor }, update);
      return send(reply, format, ROOT, [{ update_id: updateId }]);
    });
  }
};
