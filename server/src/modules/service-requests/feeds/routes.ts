import type { FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import { idParams, originOf, type Routes, revalidate } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure, type Language } from '../../../platform/problem/index.ts';
import { findTerritory } from '../../organizations/index.ts';
import { AreaParams, findArea } from '../../places/index.ts';
import { readFilters } from '../filters.ts';
import { maskAddress, placeTest } from '../public-copy/mask-request.ts';
import { readPublicRequest } from '../public-copy/read-public-request.ts';
import type { FollowerOf } from '../residents/find-tracked.ts';
import { TrackingParams } from '../schemas.ts';
import { trackServiceRequest } from '../track-service-request.ts';
import { answerFeed, FORMATS, type Followed } from './answer-feed.ts';
import { listPlannedWorks } from './list-planned-works.ts';
import { newsEntry } from './news-entry.ts';
import { newsOfArea } from './news-of-area.ts';
import { type NewsQuery, readNews } from './read-news.ts';
import { requestEntries, workDay } from './request-entries.ts';
import * as schemas from './schemas.ts';
import { FEED_WORDS } from './words.ts';

const tags = ['feeds'];
const isKnown = (request: FastifyRequest) => request.actor.kind !== 'anonymous';
const CURIOSITY = { rateLimit: { max: 300, timeWindow: '1 minute', allowList: isKnown } };
/** Feed readers ask every quarter of an hour or so; many share one answer. */
const SHARED = 'public, max-age=300';
/** Who has the code is alone with it. */
const OWN = 'private, max-age=300';

type Params = Static<typeof AreaParams>;

const NAMES = {
  atom: 'flux Atom (RFC 4287)',
  json: 'JSON Feed 1.1',
  ics: 'agenda iCalendar (RFC 5545) des interventions prévues',
};

/** Following without giving an address: what everyone may read, for feed readers and calendars. */
export const feedRoutes =
  (platform: Platform, followerOf: FollowerOf): Routes =>
  async (app) => {
    app.addHook('onSend', revalidate);

    const about = async (request: FastifyRequest & { query: { lang?: Language } }) => {
      const territory = await findTerritory(platform.db.read, request.territoryId);
      const origin = originOf(platform, request);
      const self = `${origin}${request.url}`;
      const { lang: language = 'fr' } = request.query;
      const author = territory?.name ?? '';
      return { origin, self, author, language, now: platform.clock.now() };
    };
    const everyone = (
      territoryId: string,
      origin: string,
      query: NewsQuery,
      language: Language,
    ) => ({
      async happened() {
        const { news, changedAt } = await readNews(platform, territoryId, query, language);
        return { entries: news.map((one) => newsEntry(one, origin, language)), changedAt };
      },
      planned: () => listPlannedWorks(platform, territoryId, origin, query, language),
    });

    const areaOf = async ({ territoryId, params }: { territoryId: string; params: Params }) => {
      const { kind, id } = params;
      const area = await findArea(platform, platform.db.read, territoryId, kind, id);
      ensure(area, commonProblems.notFound);
      return area;
    };

    app.get(
      '/public/areas/:kind/:id/news',
      {
        schema: {
          tags,
          summary: 'Ce qui s’est passé dans une rue, un parc ou une commune',
          params: AreaParams,
          response: { 200: schemas.NewsView },
        },
      },
      async (request, reply) => {
        const query = newsOfArea(await areaOf(request));
        const { language } = request.act();
        const { news } = await readNews(platform, request.territoryId, query, language);
        reply.header('cache-control', SHARED).header('vary', 'accept-language');
        return { items: news.map((one) => ({ ...one, at: one.at.toISOString() })) };
      },
    );

    for (const format of FORMATS) {
      app.get(
        `/public/service-requests/feed.${format}`,
        {
          schema: {
            tags,
            summary: `Ce qui se passe, en ${NAMES[format]}`,
            querystring: schemas.FeedQuery,
          },
        },
        async (request, reply) => {
          const { origin, ...common } = await about(request);
          const { language } = common;
          const words = FEED_WORDS[language];
          const filters = readFilters(request.query, common.now);
          const followed: Followed = {
            ...common,
            title: words.everywhere(common.author),
            page: `${origin}/carte`,
            ...everyone(request.territoryId, origin, { filters }, language),
          };
          reply.header('cache-control', SHARED);
          return answerFeed(reply, format, followed);
        },
      );

      app.get(
        `/public/service-requests/:id/feed.${format}`,
        {
          schema: {
            tags,
            summary: `Ce que devient une demande publique, en ${NAMES[format]}`,
            params: idParams,
            querystring: schemas.LanguageQuery,
          },
        },
        async (request, reply) => {
          const { origin, ...common } = await about(request);
          const { language } = common;
          const { territoryId, params } = request;
          const told = await readPublicRequest(platform, territoryId, params.id, language);
          const page = `${origin}/carte/${told.id}`;
          const shown = { ...told, uid: told.id, place: told.address };
          reply.header('cache-control', SHARED);
          return answerFeed(reply, format, {
            ...common,
            title: [told.serviceName, told.address].filter(Boolean).join(', '),
            page,
            happened: async () => requestEntries(shown, page, language),
            planned: async () => workDay(shown, page, language),
          });
        },
      );

      app.get(
        `/public/areas/:kind/:id/feed.${format}`,
        {
          schema: {
            tags,
            summary: `Ce qui se passe dans une rue, un parc ou une commune, en ${NAMES[format]}`,
            params: AreaParams,
            querystring: schemas.LanguageQuery,
          },
        },
        async (request, reply) => {
          const { origin, ...common } = await about(request);
          const { language } = common;
          const words = FEED_WORDS[language];
          const area = await areaOf(request);
          reply.header('cache-control', SHARED);
          return answerFeed(reply, format, {
            ...common,
            title: words.area(area.name),
            page: `${origin}/suivre/${area.kind}/${area.id}`,
            ...everyone(request.territoryId, origin, newsOfArea(area), language),
          });
        },
      );

      app.get(
        `/public/tracking/:code/feed.${format}`,
        {
          config: CURIOSITY,
          schema: {
            tags,
            summary: `Ce que devient la demande dont on a le code, en ${NAMES[format]}`,
            params: TrackingParams,
            querystring: schemas.LanguageQuery,
          },
        },
        async (request, reply) => {
          const { origin, ...common } = await about(request);
          const { language } = common;
          const words = FEED_WORDS[language];
          const { territoryId, params } = request;
          const told = await trackServiceRequest(platform, territoryId, followerOf, {
            ...params,
            language,
          });
          const page = `${origin}/suivi/${told.key}`;
          const isPlace = await placeTest(platform, platform.db.read, territoryId);
          const place = maskAddress(told.place, isPlace);
          const shown = { ...told, uid: told.key, place, plannedFor: told.plannedAt };
          reply.header('cache-control', OWN).header('x-robots-tag', 'noindex');
          return answerFeed(reply, format, {
            ...common,
            title: words.request(told.code, told.serviceName),
            page,
            happened: async () => requestEntries(shown, page, language),
            planned: async () => workDay(shown, page, language),
          });
        },
      );
    }
  };
