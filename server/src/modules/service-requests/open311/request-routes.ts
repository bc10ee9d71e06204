import type { FastifyInstance, FastifyRequest } from 'fastify';
import { eventsOf } from '../../../platform/events/index.ts';
import { originOf } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organizationsById } from '../../organizations/index.ts';
import { catalogueOf } from '../offered-services.ts';
import { windowOf } from '../public-copy/public-window.ts';
import { readSetting } from '../public-copy/read-setting.ts';
import type { ServiceRequest } from '../service-request.ts';
import { findByCode } from '../store.ts';
import { parseTrackingCode } from '../tracking-code.ts';
import { keepAnswers } from './answers-in-memory.ts';
import { keyHolder, parametersOf, requireWriter, splitName } from './callers.ts';
import { Open311Refusal } from './errors.ts';
import { extensionsOf } from './extend.ts';
import { requestView } from './present.ts';
import { type Parameters, readRequestsQuery, readText } from './read-query.ts';
import { readSubmission } from './read-submission.ts';
import { type Caller, callerOf, readableWhole } from './read-whole.ts';
import { send, sendWritten } from './send.ts';
import { type Content, FORMATS, serialize } from './serialize.ts';
import { findPublished, listPublished } from './store.ts';
import { submitFromElsewhere } from './submit-from-elsewhere.ts';
import { wordsFor } from './words-for.ts';

/** From one address: a code has 40 bits, who guesses three hundred a minute finds none. */
const CURIOSITY = { rateLimit: { max: 300, timeWindow: '1 minute' } };

/** « POST Service Request », « GET Service Requests », « GET Service Request », tokens. */
export const requestRoutes = (platform: Platform) => async (app: FastifyInstance) => {
  const { read } = platform.db;
  const answers = keepAnswers(platform, (stop) => app.addHook('onClose', async () => stop()));

  for (const format of FORMATS) {
    app.post(`/requests.${format}`, async (request, reply) => {
      const actor = await requireWriter(app, request);
      const submission = readSubmission((request.body ?? {}) as Parameters);
      const act = { ...request.act(), actor };
      const { id, acknowledgement } = await submitFromElsewhere(platform, act, submission);
      // 200: the standard's only success, and what its validators expect of a POST too.
      return send(reply, format, 'service_requests', [
        { service_request_id: id, service_notice: acknowledgement, account_id: null },
      ]);
    });

    app.get(`/requests.${format}`, async (request, reply) => {
      const caller = callerOf(await keyHolder(app, request));
      const question = `${caller.id} ${originOf(platform, request)} ${request.url}`;
      const answer = await answers.read(request.territoryId, question, async () => {
        const parameters = request.query as Parameters;
        const query = readRequestsQuery(parameters, platform.clock.now());
        const services = await hiddenServices(request.territoryId);
        const hidden = { services, exceptFrom: caller.readsFor };
        const found = await listPublished(read, request.territoryId, query, hidden);
        const shown = await present(request, found, caller, query.extensions);
        return serialize(format, 'service_requests', shown);
      });
      return sendWritten(reply, format, answer);
    });
  }

  app.get<{ Params: { name: string } }>('/requests/:name', async (request, reply) => {
    const [id, format] = splitName(request.params.name);
    const caller = callerOf(await keyHolder(app, request));
    const question = `${caller.id} ${originOf(platform, request)} ${request.url}`;
    const answer = await answers.read(request.territoryId, question, async () => {
      const [found, hidden] = await Promise.all([
        findPublished(read, request.territoryId, id),
        hiddenServices(request.territoryId),
      ]);
      const whole = found && (await readableWhole(read, request.territoryId, caller, [found]));
      if (!found || (hidden.includes(found.serviceCode) && !whole?.has(found.id)))
        throw new Open311Refusal(404, `Aucune demande n’a l’identifiant « ${id} ».`);
      const extended = readText('extensions', parametersOf(request).extensions) === 'true';
      const shown = await present(request, [found], caller, extended);
      return serialize(format, 'service_requests', shown);
    });
    return sendWritten(reply, format, answer);
  });

  // We give an identifier at once, never a token to be exchanged. The tracking code that the
  // acknowledgement holds is taken for one: who has it may know the identifier.
  app.get<{ Params: { name: string } }>(
    '/tokens/:name',
    { config: CURIOSITY },
    async (request, reply) => {
      const [token, format] = splitName(request.params.name);
      const code = parseTrackingCode(token);
      const found = code && (await findByCode(read, request.territoryId, code));
      if (!found) throw new Open311Refusal(404, `Aucune demande n’a le jeton « ${token} ».`);
      return send(reply, format, 'service_requests', [{ service_request_id: found.id, token }]);
    },
  );

  async function present(
    request: FastifyRequest,
    found: ServiceRequest[],
    caller: Caller,
    extended: boolean,
  ): Promise<Content> {
    const { territoryId } = request;
    const words = await wordsFor(platform, territoryId, found, {
      origin: originOf(platform, request),
      whole: await readableWhole(read, territoryId, caller, found),
    });
    const around = { names: await organizationsById(platform, read, territoryId), words };
    if (!extended) return found.map((one) => requestView(one, around));
    const { byCode } = await catalogueOf(platform, territoryId);
    const stories = await storiesOf(territoryId, found);
    return found.map((one) => {
      const questions = byCode.get(one.serviceCode)?.questions ?? [];
      const story = stories.get(one.id) ?? [];
      return { ...requestView(one, around), ...extensionsOf(one, questions, story, around) };
    });
  }

  /** What the territory shows to nobody is for the organizations of the file. */
  async function hiddenServices(territoryId: string): Promise<string[]> {
    const setting = await readSetting(read, territoryId);
    return windowOf(setting, platform.clock.now()).hiddenServices;
  }

  async function storiesOf(territoryId: string, found: ServiceRequest[]) {
    if (found.length === 0) return new Map();
    const ids = found.map(({ id }) => id);
    const events = await eventsOf(read, territoryId, ids, ids.length * 50);
    return Map.groupBy(events, ({ subject }) => subject);
  }
};
