import type { FastifyInstance } from 'fastify';
import type { Platform } from '../../../platform/platform.ts';
import { catalogueOf } from '../offered-services.ts';
import { splitName } from './callers.ts';
import { Open311Refusal } from './errors.ts';
import { definitionView, serviceView } from './present.ts';
import { send } from './send.ts';
import { FORMATS } from './serialize.ts';

/** « GET Service List » and « GET Service Definition »: what may be reported. */
export const serviceRoutes = (platform: Platform) => async (app: FastifyInstance) => {
  for (const format of FORMATS) {
    app.get(`/services.${format}`, async ({ territoryId }, reply) => {
      const { services } = await catalogueOf(platform, territoryId);
      const offered = services.filter((service) => service.offered);
      return send(reply, format, 'services', offered.map(serviceView));
    });
  }

  app.get<{ Params: { name: string } }>('/services/:name', async (request, reply) => {
    const [code, format] = splitName(request.params.name);
    const { byCode } = await catalogueOf(platform, request.territoryId);
    const service = byCode.get(code);
    if (!service?.offered) {
      throw new Open311Refusal(404, `Aucune prestation n’a le code « ${code} ».`);
    }
    return send(reply, format, 'service_definition', definitionView(service));
  });
};
