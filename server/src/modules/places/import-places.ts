import type { Point as GeoPoint, LineString, MultiLineString } from 'geojson';
import type { Act } from '../../platform/acts/index.ts';
import { holdsAnywhere } from '../../platform/acts/index.ts';
import { bboxOf, fromPosition, linesOf, type Point } from '../../platform/geo/index.ts';
import { uuidOf, uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { organizationsById, type RoadClass } from '../organizations/index.ts';
import { layerOf, type Shape } from './feature.ts';
import {
  type AddressRow,
  deleteSource,
  type FeatureRow,
  insertAddresses,
  insertFeatures,
  insertPlaces,
  type PlaceRow,
  refreshStatistics,
  renewMap,
} from './import-store.ts';
import { numberKey, wordsOf } from './search/words.ts';

export interface ImportedFeature {
  /** `street` for roads that have a class; anything else is drawn by its geometry. */
  kind: string;
  name?: string | undefined;
  reference?: string | undefined;
  roadClass?: RoadClass | undefined;
  roadNumber?: string | undefined;
  builtUp?: boolean | undefined;
  /** INSEE code or SIREN of who owns it, where known. */
  ownerCode?: string | undefined;
  bridge?: boolean | undefined;
  widthMetres?: number | undefined;
  heightMetres?: number | undefined;
  communeCode: string;
  geometry: Shape;
  /** First zoom of the usual web pyramid at which it is worth drawing. */
  minZoom: number;
}

export interface ImportedAddress {
  number: string;
  street: string;
  communeCode: string;
  communeName: string;
  postcode: string;
  point: GeoPoint;
}

export interface ImportedLandmark {
  name: string;
  communeCode: string;
  communeName: string;
  point: GeoPoint;
}

export interface ImportPlaces {
  /** Who publishes it, `demonstration`, `ban`, …; an import replaces the last one of its source. */
  source?: string;
  features: readonly ImportedFeature[];
  addresses: readonly ImportedAddress[];
  landmarks: readonly ImportedLandmark[];
}

export interface ImportedPlaces {
  features: number;
  addresses: number;
  streets: number;
  landmarks: number;
}

/**
 * Replaces the map and the gazetteer of one source: some ten thousand rows a second.
 *
 * @throws Problem `forbidden` (403) unless an administrator, or the program itself, acts
 */
export async function importPlaces(
  platform: Platform,
  act: Act,
  command: ImportPlaces,
): Promise<ImportedPlaces> {
  ensure(act.actor.kind === 'system' || holdsAnywhere(act.actor, 'administrator'));
  const { territoryId } = act;
  const { source = 'import', features, landmarks } = command;
  const id = () => uuidv7(platform.clock);
  return platform.perform(act, async (tx) => {
    const organizations = await organizationsById(platform, tx, territoryId);
    const communeNames = new Map(
      [...organizations.values()].map(({ code, name }) => [code, name] as const),
    );
    const named = steadyNames(territoryId, source);
    const streets = collectStreets(command, communeNames, named);
    const addresses = command.addresses.map(
      (address): AddressRow => ({
        id: id(),
        placeId: (streets.get(streetKey(address.street, address.communeCode)) as PlaceRow).id,
        number: address.number,
        numberKey: numberKey(address.number),
        point: fromPosition(address.point.coordinates),
      }),
    );
    await deleteSource(tx, territoryId, source);
    await insertPlaces(tx, territoryId, source, [
      ...streets.values(),
      ...landmarks.map((landmark) => ({
        ...placeRow(
          'landmark',
          landmark.name,
          landmark.communeCode,
          landmark.communeName,
          named('landmark', landmark.communeCode, landmark.name),
        ),
        point: fromPosition(landmark.point.coordinates),
      })),
    ]);
    await insertAddresses(tx, territoryId, source, addresses);
    await insertFeatures(
      tx,
      territoryId,
      source,
      features.map((feature) => {
        const { kind, communeCode, name } = feature;
        return toRow(feature, name ? named(kind, communeCode, name) : id());
      }),
    );
    await renewMap(tx, territoryId, id(), act.at);
    await refreshStatistics(tx);
    const imported = {
      features: features.length,
      addresses: addresses.length,
      streets: streets.size,
      landmarks: landmarks.length,
    };
    await platform.events.publish(tx, act, {
      type: 'places.imported',
      subject: territoryId,
      organizationId: null,
      data: { source, ...imported },
    });
    return imported;
  });
}

/**
 * Gives a thing the same id at each import: people follow streets and parks, and their feeds name
 * them. Of several with one name, each its own.
 */
function steadyNames(territoryId: string, source: string): (...name: string[]) => string {
  const counts = new Map<string, number>();
  return (...name) => {
    const key = name.join('\u0000');
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    return uuidOf('place', territoryId, source, ...name, String(nth));
  };
}

/** One street a name and commune, whether a line draws it, doors stand on it, or both. */
function collectStreets(
  { features, addresses }: ImportPlaces,
  communeNames: ReadonlyMap<string, string>,
  idOf: (...name: string[]) => string,
): Map<string, PlaceRow> {
  const streets = new Map<string, PlaceRow>();
  const lengths = new Map<string, number>();
  for (const { kind, name, communeCode, geometry } of features) {
    if (kind !== 'street' || !name || !isLine(geometry)) continue;
    const key = streetKey(name, communeCode);
    const line = longest(geometry);
    if (line.length <= (lengths.get(key) ?? 0)) continue;
    lengths.set(key, line.length);
    const communeName = communeNames.get(communeCode) ?? '';
    const known =
      streets.get(key) ?? placeRow('street', name, communeCode, communeName, idOf('place', key));
    streets.set(key, { ...known, point: line.middle });
  }
  for (const { street, communeCode, communeName, postcode, point } of addresses) {
    const key = streetKey(street, communeCode);
    const known = streets.get(key);
    if (known?.postcode) continue;
    const id = known?.id ?? idOf('place', key);
    const fresh = placeRow('street', street, communeCode, communeName, id);
    streets.set(key, {
      ...fresh,
      postcode,
      point: known?.point ?? fromPosition(point.coordinates),
    });
  }
  return streets;
}

const streetKey = (name: string, communeCode: string) =>
  `${communeCode} ${wordsOf(name).join(' ')}`;

function placeRow(
  kind: PlaceRow['kind'],
  name: string,
  communeCode: string,
  communeName: string,
  id: string,
): Omit<PlaceRow, 'point'> {
  const words = wordsOf(`${name} ${communeName}`).join(' ');
  return { id, kind, name, communeCode, communeName, postcode: null, words };
}

/** The longest piece of a street by number of positions, and the middle one: where to put a pin. */
function longest(geometry: LineString | MultiLineString): { length: number; middle: Point } {
  const [line = []] = linesOf(geometry).toSorted((a, b) => b.length - a.length);
  const middle = line[Math.floor(line.length / 2)] ?? [0, 0];
  return { length: line.length, middle: fromPosition(middle) };
}

const isLine = (geometry: Shape): geometry is LineString | MultiLineString =>
  geometry.type === 'LineString' || geometry.type === 'MultiLineString';

function toRow(feature: ImportedFeature, id: string): FeatureRow {
  const { kind, geometry, minZoom } = feature;
  return {
    id,
    layer: layerOf(kind, geometry),
    kind,
    name: feature.name ?? null,
    reference: feature.reference ?? null,
    roadClass: feature.roadClass ?? null,
    roadNumber: feature.roadNumber ?? null,
    builtUp: feature.builtUp ?? null,
    ownerCode: feature.ownerCode ?? null,
    bridge: feature.bridge ?? false,
    widthMetres: feature.widthMetres ?? null,
    heightMetres: feature.heightMetres ?? null,
    geometry,
    box: bboxOf(geometry),
    minZoom: Math.max(0, Math.min(24, Math.trunc(minZoom))),
  };
}
