import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type {
  FastifyPluginAsyncTypebox,
  TypeBoxTypeProvider,
} from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { createAuthenticator } from '../auth/index.ts';
import type { Config } from '../config/index.ts';
import type { Platform } from '../platform.ts';
import { commonProblems } from '../problem/index.ts';
import { addActors } from './actors.ts';
import { compress } from './compress.ts';
import { decodable } from './decodable.ts';
import { handleErrors } from './errors.ts';
import { serveHealth } from './health.ts';
import { parseJson } from './json.ts';
import { serveMetrics } from './metrics.ts';
import { openApi } from './openapi.ts';
import { refuseHostileText } from './refuse-hostile-text.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { validatorCompiler } from './validation.ts';

/** A module's routes: an encapsulated plugin whose schemas type its handlers. */
export type Routes = FastifyPluginAsyncTypebox;

/** Handles what the API does not: the pages. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => void;

export interface HttpOptions {
  /** Which territory a host name serves. */
  territoryOf(hostname: string): Promise<string | undefined>;
  /** The web application, when this process serves pages. */
  pages?: PageHandler;
}

const MEBIBYTE = 1024 * 1024;
const BODY_LIMIT = MEBIBYTE;
export const FILE_LIMIT = 15 * MEBIBYTE;
/** Five photos over a poor mobile network take minutes. */
const REQUEST_TIMEOUT_MS = 5 * 60_000;
const REQUEST_ID = /^[\w-]{8,64}$/;
/** Everything else is a page. */
const API_PATH = /^\/(api\/v\d+|open311|health|metrics|problems)(\/|\?|$)/;

/** Builds the HTTP server with everything that all routes share; modules add theirs. */
export async function createHttpServer(platform: Platform, options: HttpOptions) {
  const app = Fastify<Server, IncomingMessage, ServerResponse, FastifyBaseLogger>({
    loggerInstance: platform.log as FastifyBaseLogger,
    // Our own line (metrics.ts) names the route, not the address: codes and searches stay private.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: trusted(platform.config.trustProxy),
    return503OnClosing: true,
    rewriteUrl: ({ url }) => decodable(url ?? '/'),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    genReqId: ({ headers }) => acceptedRequestId(headers['x-request-id']) ?? randomUUID(),
    serverFactory: (handler, settings) =>
      createServer(settings as object, (request, response) =>
        compress(request, response, () => {
          if (API_PATH.test(request.url ?? '') || !options.pages) return handler(request, response);
          addSecurityHeaders(response, platform.config);
          options.pages(request, response);
        }),
      ),
  }).withTypeProvider<TypeBoxTypeProvider>();

  app.setValidatorCompiler(validatorCompiler as never);
  app.addHook('onRequest', async (_request, { raw }) => addSecurityHeaders(raw, platform.config));
  parseJson(app);
  handleErrors(app);
  await app.register(formbody);
  await app.register(cookie);
  await app.register(multipart, {
    limits: { files: 1, fileSize: FILE_LIMIT, fields: 5, fieldSize: 1_000, parts: 6 },
  });
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) =>
      commonProblems.tooManyRequests({ retryAfter: Math.ceil(ttl / 1_000) }),
  });
  serveMetrics(app, platform);
  serveHealth(app, platform);
  addActors(app, platform, createAuthenticator(platform), options.territoryOf);
  refuseHostileText(app);
  await app.register(openApi);
  return app;
}

export type HttpServer = Awaited<ReturnType<typeof createHttpServer>>;

/** A caller's own id is kept to follow one request through several programs, if it is harmless. */
function acceptedRequestId(id: string | string[] | undefined): string | undefined {
  return typeof id === 'string' && REQUEST_ID.test(id) ? id : undefined;
}

/** Proxies to believe: none, those at known addresses, or the n nearest. */
function trusted(proxies: Config['trustProxy']) {
  return typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies;
}
