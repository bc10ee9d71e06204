import { gunzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type BoundingBox,
  isSlippyTile,
  parsePoint,
  tileBox,
} from '../../../platform/geo/index.ts';
import type { Routes } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { commonProblems, ensure } from '../../../platform/problem/index.ts';
import { findTerritory } from '../../organizations/index.ts';
import { problems } from '../problems.ts';
import { PicturePointQuery, PictureQuery, PointView, TileParams } from '../schemas.ts';
import { drawPicture } from './draw-picture.ts';
import { BUFFER, drawTile } from './draw-tile.ts';
import { type Drawn, drawOnce } from './drawn-cache.ts';
import { mapFeatures, mapVersion } from './map-features.ts';
import { pmtilesRoutes } from './pmtiles-routes.ts';
import { fitViewport } from './viewport.ts';

const tags = ['places'];
/** The densest tile of a town; more would be slower to draw on a phone than to ask again. */
const MOST_IN_TILE = 12_000;
const MOST_IN_PICTURE = 9_000;
/** A map changes with an import: an hour late is soon enough, and the entity tag does the rest. */
const CACHE_CONTROL = 'public, max-age=3600, stale-while-revalidate=86400';

/** Our own base map: vector tiles for scripts, a picture for pages without. */
export const mapRoutes =
  (platform: Platform): Routes =>
  async (app) => {
    app.get(
      '/map/tiles/:z/:x/:y.mvt',
      {
        schema: {
          tags,
          summary: 'Une tuile vectorielle du fond de carte (Mapbox Vector Tile 2.1)',
          params: TileParams,
          produces: ['application/vnd.mapbox-vector-tile'],
        },
      },
      async (request, reply) => {
        const { territoryId, params } = request;
        const { z, x, y } = params;
        ensure(isSlippyTile(params), commonProblems.notFound);
        const key = `${territoryId} ${await mapVersion(platform, platform.db.read, territoryId)}`;
        const drawn = await drawOnce(platform.db, `tile ${key} ${z}/${x}/${y}`, async () => {
          const box = widen(tileBox(params), BUFFER / 4096);
          return drawTile(params, await mapFeatures(platform, territoryId, box, z, MOST_IN_TILE));
        });
        return send(request, reply, drawn, 'application/vnd.mapbox-vector-tile');
      },
    );

    app.get(
      '/map/picture.svg',
      {
        schema: {
          tags,
          summary: 'Un plan dessiné, pour les pages sans script',
          querystring: PictureQuery,
          produces: ['image/svg+xml'],
        },
      },
      async (request, reply) => {
        const { territoryId, query } = request;
        const { width, height, bbox, pins = '' } = query;
        const view = fitViewport(readBox(bbox), width, height);
        const key = `${territoryId} ${await mapVersion(platform, platform.db.read, territoryId)}`;
        const wanted = `${bbox} ${width}x${height} ${pins}`;
        const drawn = await drawOnce(platform.db, `picture ${key} ${wanted}`, async () => {
          const features = await mapFeatures(
            platform,
            territoryId,
            view.box,
            view.zoom,
            MOST_IN_PICTURE,
          );
          const territory = await findTerritory(platform.db.read, territoryId);
          return drawPicture({
            view,
            features,
            pins: readPins(pins),
            title: `Plan de ${territory?.name ?? 'la ville'}`,
          });
        });
        // Its own style, and nothing else: opened by itself, the picture can load or run nothing.
        reply.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'");
        return send(request, reply, drawn, 'image/svg+xml; charset=utf-8');
      },
    );

    app.get(
      '/map/picture/point',
      {
        schema: {
          tags,
          summary: 'Le lieu d’un clic sur le plan dessiné',
          querystring: PicturePointQuery,
          response: { 200: PointView },
        },
      },
      async ({ query }) => {
        const { bbox, width, height, x, y } = query;
        return fitViewport(readBox(bbox), width, height).toPoint(x, y);
      },
    );

    await app.register(pmtilesRoutes(platform));
  };

function send(request: FastifyRequest, reply: FastifyReply, drawn: Drawn, type: string) {
  reply.header('cache-control', CACHE_CONTROL).header('vary', 'accept-encoding');
  reply.header('etag', drawn.etag);
  if (request.headers['if-none-match']?.includes(drawn.etag)) return reply.code(304).send();
  if (drawn.empty) return reply.code(204).send();
  reply.type(type);
  const accepts = /\bgzip\b(?!;q=0(?:\.0*)?(?:,|$))/.test(request.headers['accept-encoding'] ?? '');
  if (!accepts) return reply.send(gunzipSync(drawn.body));
  return reply.header('content-encoding', 'gzip').send(drawn.body);
}

/** @throws Problem `impossible-box` (400) */
function readBox(bbox: string): BoundingBox {
  const [west, south, east, north] = bbox.split(',').map(Number) as [
    number,
    number,
    number,
    number,
  ];
  const sound =
    west < east && south < north && west >= -180 && east <= 180 && south >= -85 && north <= 85;
  ensure(sound, problems.impossibleBox);
  return { west, south, east, north };
}

const readPins = (pins: string) =>
  pins.split(';').flatMap((pin) => {
    const [lat, long] = pin.split(',');
    return parsePoint(lat, long) ?? [];
  });

function widen({ west, south, east, north }: BoundingBox, share: number): BoundingBox {
  const [dx, dy] = [(east - west) * share, (north - south) * share];
  return { west: west - dx, south: south - dy, east: east + dx, north: north + dy };
}
