import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problemOf } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findTerritory, organizationsById } from '../../organizations/index.ts';
import { catalogueOf } from '../offered-services.ts';
import { findPublished, listPublished } from '../published-store.ts';
import { submitServiceRequest } from '../submit-service-request.ts';
import { discoveryView } from './discovery.ts';
import { Open311Refusal, toOpen311 } from './errors.ts';
import { definitionView, requestView, serviceView } from './present.ts';
import { readRequestsQuery, readText } from './read-query.ts';
import { readSubmission } from './read-submission.ts';
import { type Content, FORMATS, type Format, MEDIA_TYPES, serialize } from './serialize.ts';

const WRITE = 'open311:write';
const MOST_REQUESTS = 1_000;

/**
 * Open311 GeoReport v2, in JSON and in XML: the door through which other programs report and
 * follow. Encapsulated: its errors have the standard's own form, whatever raised them.
 *
 * @see {@link https://wiki.open311.org/GeoReport_v2/}
 */
export const open311 = (platform: Platform) => async (app: FastifyInstance) => {
  const { read } = platform.db;

  app.setErrorHandler((error, request, reply) => {
    const { status, errors } =
      error instanceof Open311Refusal ? error : toOpen311(problemOf(error, request));
    return send(reply.code(status), formatOf(request), 'errors', errors as never);
  });
  app.setNotFoundHandler((request, reply) => {
    const errors = [{ code: 404, description: 'Rien ne se trouve à cette adresse.' }];
    return send(reply.code(404), formatOf(request), 'errors', errors);
  });
  app.addHook('preHandler', async (request) => {
    await checkJurisdiction(platform, request);
  });

  for (const format of FORMATS) {
    app.get(`/discovery.${format}`, async (request, reply) =>
      send(reply, format, 'discovery', await discoveryView(platform, request)),
    );

    app.get(`/services.${format}`, async ({ territoryId }, reply) => {
      const { services } = await catalogueOf(platform, territoryId);
      const offered = services.filter((service) => service.offered);
      return send(reply, format, 'services', offered.map(serviceView));
    });

    app.post(`/requests.${format}`, async (request, reply) => {
      const form = (request.body ?? {}) as Record<string, unknown>;
      const actor = await keyHolder(app, request, form);
      if (!actor?.scopes.includes(WRITE)) {
        throw new Open311Refusal(403, 'api_key manque, ou ne permet pas de signaler.');
      }
      const act = { ...request.act(), actor };
      const submitted = await submitServiceRequest(platform, act, readSubmission(form));
      const notice = submitted.acknowledgement;
      return send(reply, format, 'service_requests', [
        { service_request_id: submitted.id, service_notice: notice, account_id: null },
      ]);
    });

    app.get(`/requests.${format}`, async (request, reply) => {
      const parameters = request.query as Record<string, unknown>;
      const query = readRequestsQuery(parameters, platform.clock.now());
      const found = await listPublished(read, request.territoryId, query, MOST_REQUESTS);
      const names = await organizationsById(platform, read, request.territoryId);
      const showWords = (await keyHolder(app, request, parameters)) !== undefined;
      return send(
        reply,
        format,
        'service_requests',
        found.map((one) => requestView(one, names, showWords)),
      );
    });
  }

  app.get<{ Params: { name: string } }>('/services/:name', async (request, reply) => {
    const [code, format] = splitName(request.params.name);
    const { byCode } = await catalogueOf(platform, request.territoryId);
    const service = byCode.get(code);
    if (!service?.offered)
      throw new Open311Refusal(404, `Aucune prestation n’a le code « ${code} ».`);
    return send(reply, format, 'service_definition', definitionView(service));
  });

  app.get<{ Params: { name: string } }>('/requests/:name', async (request, reply) => {
    const [id, format] = splitName(request.params.name);
    const found = await findPublished(read, request.territoryId, id);
    if (!found) throw new Open311Refusal(404, `Aucune demande n’a l’identifiant « ${id} ».`);
    const names = await organizationsById(platform, read, request.territoryId);
    const parameters = request.query as Record<string, unknown>;
    const showWords = (await keyHolder(app, request, parameters)) !== undefined;
    return send(reply, format, 'service_requests', [requestView(found, names, showWords)]);
  });

  // We give an identifier at once, never a token to be exchanged: no token is ever known.
  app.get<{ Params: { name: string } }>('/tokens/:name', async (request) => {
    const [token] = splitName(request.params.name);
    throw new Open311Refusal(404, `Aucune demande n’attend sous le jeton « ${token} ».`);
  });
};

function send(reply: FastifyReply, format: Format, root: string, content: Content) {
  return reply.type(MEDIA_TYPES[format]).send(serialize(format, root, content));
}

/** Who holds the key that came with the call, if it is one of this territory. */
async function keyHolder(
  app: FastifyInstance,
  request: FastifyRequest,
  parameters: Record<string, unknown>,
) {
  if (request.actor.kind === 'token') return request.actor;
  const key = readText('api_key', parameters.api_key);
  if (key === undefined || key.length > 200) return undefined;
  return app.authenticator.token(request.territoryId, key);
}

/** One jurisdiction lives behind one host name: naming it is not needed, naming another is wrong. */
async function checkJurisdiction(platform: Platform, request: FastifyRequest): Promise<void> {
  const parameters = { ...(request.query as object), ...(request.body as object | undefined) };
  const named = readText(
    'jurisdiction_id',
    (parameters as Record<string, unknown>).jurisdiction_id,
  );
  if (named === undefined) return;
  const territory = await findTerritory(platform.db.read, request.territoryId);
  const known = territory && [territory.slug, ...territory.hostnames].includes(named);
  if (!known) throw new Open311Refusal(404, `La juridiction « ${named} » n’est pas ici.`);
}

const SUFFIX = /^(.+)\.(json|xml)$/;

function splitName(name: string): [string, Format] {
  const match = SUFFIX.exec(name);
  if (!match) throw new Open311Refusal(404, 'L’adresse finit par .json ou .xml.');
  return [match[1] as string, match[2] as Format];
}

/** The form of an error is that of the address, before its parameters. */
function formatOf({ url }: FastifyRequest): Format {
  return /\.xml(\?|$)/.test(url) ? 'xml' : 'json';
}
