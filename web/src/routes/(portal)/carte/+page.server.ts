import type { Bounds, LatLong } from '#lib/map/types.ts';
import { read } from '../api.ts';
import { fitView, pictureUrl } from '../map-view.ts';
import { readMapSetting } from '../read-map-setting.ts';
import type { PageServerLoad } from './$types.js';
import { feedQuery, filtersQuery, readFilters, toApi } from './filters.ts';
import { loadChoices } from './load-choices.ts';

const ROWS = 20;
const PICTURE = { width: 480, height: 400 };

export const load: PageServerLoad = async (event) => {
  const filters = readFilters(event.url.searchParams);
  const cursor = event.url.searchParams.get('page');
  const [choices, page, territory] = await Promise.all([
    loadChoices(event),
    read(event, '/api/v1/public/service-requests', {
      query: { ...toApi(filters), cursor, limit: ROWS },
    }),
    readMapSetting(event),
  ]);
  const pins = page.items.flatMap(({ point }) => (point ? [point] : []));
  const view = fitView(boxOf(pins) ?? territory.bounds, PICTURE.width, PICTURE.height);
  return {
    ...choices,
    filters,
    items: page.items,
    picture: { ...PICTURE, src: pictureUrl({ ...view, zoom: Math.min(view.zoom, 16) }, pins) },
    pinned: pins.length,
    next: page.nextCursor && `/carte${filtersQuery(filters, page.nextCursor)}`,
    first: cursor ? `/carte${filtersQuery(filters)}` : null,
    feedQuery: feedQuery(filters),
    followed: filters.communeId ? `/suivre/commune/${filters.communeId}` : '/suivre',
    interactive: `/carte/interactive${filtersQuery(filters)}`,
  };
};

/** The box around points, a tenth larger, so that no pin stands on the edge. */
function boxOf(points: readonly LatLong[]): Bounds | null {
  if (points.length === 0) return null;
  const lats = points.map(({ lat }) => lat);
  const longs = points.map(({ long }) => long);
  const [west, south, east, north] = [
    Math.min(...longs),
    Math.min(...lats),
    Math.max(...longs),
    Math.max(...lats),
  ];
  const [aside, above] = [(east - west) / 10 + 0.002, (north - south) / 10 + 0.002];
  return [west - aside, south - above, east + aside, north + above];
}
