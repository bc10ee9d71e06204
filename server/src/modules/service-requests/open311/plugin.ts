import type { FastifyInstance } from 'fastify';
import { problemOf } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { checkJurisdiction, formatOf } from './callers.ts';
import { discoveryView } from './discovery.ts';
import { Open311Refusal, toOpen311 } from './errors.ts';
import { requestRoutes } from './request-routes.ts';
import { send } from './send.ts';
import { FORMATS } from './serialize.ts';
import { serviceRoutes } from './service-routes.ts';
import { updateRoutes } from './update-routes.ts';

/**
 * Open311 GeoReport v2, in JSON and in XML: the door through which other programs report and
 * follow. Encapsulated: its errors have the standard's own form, whatever raised them.
 *
 * @see {@link https://wiki.open311.org/GeoReport_v2/}
 */
export const open311 = (platform: Platform) => async (app: FastifyInstance) => {
  app.setErrorHandler((error, request, reply) => {
    const refusal = error instanceof Open311Refusal;
    const { status, errors } = refusal ? error : toOpen311(problemOf(error, request));
    const more = refusal ? {} : problemOf(error, request).headers;
    return send(reply.code(status).headers(more), formatOf(request), 'errors', errors as never);
  });
  app.setNotFoundHandler((request, reply) => {
    const errors = [{ code: 404, description: 'Rien ne se trouve à cette adresse.' }];
    return send(reply.code(404), formatOf(request), 'errors', errors);
  });
  app.addHook('preHandler', (request) => checkJurisdiction(platform, request));
  // « Content-Type: application/x-www-form-urlencoded », and nothing else.
  app.removeContentTypeParser([
    'application/json',
    'application/merge-patch+json',
    'multipart/form-data',
  ]);
  app.addContentTypeParser('*', (_request, _payload, done) => {
    done(new Open311Refusal(400, 'Le corps est attendu en application/x-www-form-urlencoded.'));
  });

  await app.register(
    async (v2) => {
      await v2.register(serviceRoutes(platform));
      await v2.register(requestRoutes(platform));
      await v2.register(updateRoutes(platform));
    },
    { prefix: '/v2' },
  );
  // « The base URL for Service Discovery is meant to supercede the base URL for the endpoint »:
  // it stands beside the version, and for those who look there, in it.
  for (const format of FORMATS) {
    for (const folder of ['', '/v2']) {
      app.get(`${folder}/discovery.${format}`, async (request, reply) =>
        send(reply, format, 'discovery', await discoveryView(platform, request)),
      );
    }
  }
};
