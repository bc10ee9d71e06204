import swagger from '@fastify/swagger';
import fastifyPlugin from 'fastify-plugin';

const API_PREFIX = '/api/v1/';

/** Describes the API as OpenAPI 3.1, from the very schemas that guard it. */
export const openApi = fastifyPlugin(async (app) => {
  await app.register(swagger, {
    // Each standard protocol describes itself in its own way.
    transform: ({ schema, url }) => ({
      schema: url.startsWith(API_PREFIX) ? schema : { ...schema, hide: true },
      url,
    }),
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Cantonnier',
        description:
          'API publique de Cantonnier, la plateforme des services techniques. Les listes sont ' +
          'paginées par curseur, les erreurs suivent la RFC 9457, chaque écriture accepte ' +
          '`Idempotency-Key`, chaque modification attend `If-Match`.',
        version: '1.0.0',
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: '/' }],
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'cantonnier_session' },
          token: { type: 'http', scheme: 'bearer' },
        },
      },
    },
  });
  app.get('/api/v1/openapi.json', { schema: { hide: true } as object }, () => app.swagger());
});
