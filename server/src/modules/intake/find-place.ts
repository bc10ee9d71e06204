import type { Tx } from '../../platform/db/index.ts';
import type { Point } from '../../platform/geo/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { searchPlaces } from './neighbours.ts';

/** A place that somebody's words seem to name. */
export interface PlaceFound {
  address: string;
  point: Point;
}

const WAY =
  '(?:rue|avenue|av\\.?|boulevard|bd\\.?|bld\\.?|place|pl\\.?|chemin|ch\\.?|impasse|imp\\.?|allée|allee|route|rte\\.?|quai|square|cours|passage|sentier|rond-point|parvis|esplanade|promenade|montée|faubourg|traverse|venelle|mail|ruelle|parking|parc|jardin|pont)';
const NAMED = new RegExp(
  `(?:\\b(\\d{1,4})\\s?(bis|ter|quater|[a-d])?[\\s,]+)?\\b(${WAY})\\s+((?:[\\p{L}\\d'’.-]+\\s?){1,7})`,
  'giu',
);
const MOST_CANDIDATES = 4;
const LONGEST_TEXT = 5_000;

/**
 * Finds in a text the first place that the gazetteer knows: « au 12 bis rue des Lilas, devant … ».
 * What follows the name (« est éteint ») is dropped word by word until a place has that very name.
 *
 * @returns a proposal for a person to confirm, or `undefined`
 */
export async function findPlace(
  platform: Platform,
  tx: Tx,
  territoryId: string,
  text: string,
): Promise<PlaceFound | undefined> {
  const oneLine = text.slice(0, LONGEST_TEXT).replace(/\s+/g, ' ');
  for (const match of [...oneLine.matchAll(NAMED)].slice(0, MOST_CANDIDATES)) {
    const [, number, suffix, way = '', name = ''] = match;
    const words = name.trim().split(' ');
    for (let length = words.length; length > 0; length--) {
      const street = [way, ...words.slice(0, length)].join(' ').replace(/[.,;:]+$/, '');
      const asked = [number, suffix, street].filter(Boolean).join(' ');
      const [best] = await searchPlaces(platform, tx, territoryId, { text: asked, limit: 1 });
      if (best && isNamed(best.label, street)) return { address: best.label, point: best.point };
    }
  }
  return undefined;
}

/** A gazetteer forgives slips; a place that nobody asked to be found must be named word for word. */
function isNamed(label: string, street: string): boolean {
  const known = fold(label);
  const [, ...name] = fold(street).split(' ');
  return name.length > 0 && ` ${known} `.includes(` ${name.join(' ')} `);
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
