import { type RequestEvent, redirect } from '@sveltejs/kit';
import type { LatLong } from '#lib/map/types.ts';
import { readIfPossible } from '../../api.ts';
import {
  boundsOf,
  clampZoom,
  fitView,
  type MapView,
  MOVES,
  move,
  pictureUrl,
  pointAt,
} from '../../map-view.ts';
import { readMapSetting } from '../../read-map-setting.ts';
import { describePlace } from '../describe-place.ts';
import { readPoint, stepUrl, writePoint } from '../draft.ts';
import { loadDraft } from '../load-draft.ts';
import type { PageServerLoad } from './$types.js';

/** From this zoom on a press chooses a place; before, it goes nearer: a pixel is many metres. */
const PRECISE = 15;
const NEARER = 3;
const ON_THE_SPOT = 17;

/**
 * The place, without any script: search it, or press the picture. A picture's button sends the pixel
 * that was pressed (`carte.x`, `carte.y`) in CSS pixels, so its size must be the one we think.
 */
export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const { draft, service } = await loadDraft(event);

  const found = readFound(searchParams.get('lieu'));
  if (found) redirect(303, stepUrl('/signaler/lieu', draft, found));

  const size = searchParams.has('grand')
    ? { width: 640, height: 480 }
    : { width: 320, height: 320 };
  const { bounds } = await readMapSetting(event);
  const before =
    viewOf(searchParams, draft.point, size) ?? fitView(bounds, size.width, size.height);
  const pressed = pixelOf(searchParams, size);
  const { view, point } = pressed
    ? press(before, pressed)
    : { view: moved(before, searchParams), point: draft.point };
  if (pressed && point) draft.address = '';

  const words = (searchParams.get('recherche') ?? '').trim().slice(0, 200);
  const places = words ? await findPlaces(event, words, view.center) : null;
  return {
    draft: { ...draft, point },
    service: { name: service.name, emergencyNotice: service.emergencyNotice },
    search: words,
    places: places?.map(({ id, label, point: at }) => ({
      id,
      label,
      value: `${writePoint(at)}|${label}`,
    })),
    chosen: point ? await describePlace(event, service.code, point, draft.address) : null,
    missing: searchParams.has('manque'),
    large: searchParams.has('grand'),
    view: {
      ...size,
      text: `${writePoint(view.center)},${Number(view.zoom.toFixed(3))}`,
      picture: pictureUrl(view, point ? [point] : []),
    },
    bounds: boundsOf(view),
  };
};

function press(view: MapView, pixel: { x: number; y: number }) {
  const place = pointAt(view, pixel);
  return view.zoom < PRECISE
    ? { view: { ...view, center: place, zoom: view.zoom + NEARER }, point: null }
    : { view: { ...view, center: place, zoom: Math.max(view.zoom, ON_THE_SPOT) }, point: place };
}

function moved(view: MapView, parameters: URLSearchParams): MapView {
  const wanted = MOVES.find((one) => one === parameters.get('geste'));
  return wanted ? move(view, wanted) : view;
}

function viewOf(
  parameters: URLSearchParams,
  point: LatLong | null,
  size: { width: number; height: number },
): MapView | null {
  const [, where, zoom] = /^(.+),(\d{1,2}(?:\.\d{1,4})?)$/.exec(parameters.get('vue') ?? '') ?? [];
  const center = readPoint(where ?? null);
  if (center) return { center, zoom: clampZoom(Number(zoom)), ...size };
  return point && { center: point, zoom: ON_THE_SPOT, ...size };
}

function pixelOf(
  parameters: URLSearchParams,
  { width, height }: { width: number; height: number },
) {
  const [x, y] = ['carte.x', 'carte.y'].map((name) => Number(parameters.get(name) ?? Number.NaN));
  if (x === undefined || y === undefined) return null;
  // A keyboard presses no pixel, and browsers then send 0,0: it means what is in the middle.
  if (x === 0 && y === 0) return { x: width / 2, y: height / 2 };
  return x >= 0 && x <= width && y >= 0 && y <= height ? { x, y } : null;
}

/** « 43.61234,3.87654|12 rue des Lilas, Castelnau »: the button of a search result. */
function readFound(text: string | null): { point: LatLong; address: string } | null {
  const at = text?.indexOf('|') ?? -1;
  const point = at > 0 ? readPoint(text?.slice(0, at) ?? null) : null;
  return point && { point, address: (text ?? '').slice(at + 1) };
}

async function findPlaces(event: RequestEvent, q: string, near: LatLong) {
  const answer = await readIfPossible(event, '/api/v1/places', {
    query: { q, ...near, limit: 6 },
  });
  return answer?.items ?? [];
}
