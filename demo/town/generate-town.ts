import { toPoint } from '../core/projection.ts';
import { createRandom } from '../core/random.ts';
import { drawBorders } from '../territory/borders.ts';
import { createCommuneAt } from '../territory/commune-at.ts';
import { describeTerritory } from '../territory/describe-territory.ts';
import type { Address, Demonstration } from '../types.ts';
import { cutStreets } from './cut-streets.ts';
import { createDirectionField } from './direction-field.ts';
import { drawFeatures } from './draw-features.ts';
import { buildOnSites, placePlaygrounds } from './fill-sites.ts';
import { findBlocks } from './find-blocks.ts';
import { furnishParks } from './furnish-parks.ts';
import { furnishStreets } from './furnish-streets.ts';
import { surveyGround } from './ground.ts';
import { joinStretches } from './join-stretches.ts';
import { listLandmarks } from './list-landmarks.ts';
import { nameStreets } from './name-streets.ts';
import { createOccupancy } from './occupancy.ts';
import { type Door, placeBuildings } from './place-buildings.ts';
import { placeSites } from './place-sites.ts';
import { plantGroves } from './plant-groves.ts';
import { traceStreets } from './trace-streets.ts';

export type Town = Pick<Demonstration, 'territory' | 'features' | 'addresses' | 'landmarks'>;

/**
 * Draws an invented métropole of six communes from its plan: streets, blocks, public places, houses
 * and what stands in the street. Pure: the same seed gives the same town, to the last lamp.
 */
export function generateTown(seed: number): Town {
  const random = createRandom(`town ${seed}`);
  const borders = drawBorders(random.fork('borders'));
  const communeAt = createCommuneAt(borders);
  const ground = surveyGround(String(seed));
  const field = createDirectionField(ground, String(seed));
  const traced = traceStreets(ground, field, random.fork('streets'));
  const network = cutStreets(traced, borders.lines, ground);
  const stretches = nameStreets(network, traced, borders, ground, random.fork('names'));
  const occupancy = createOccupancy(stretches, ground);
  const blocks = findBlocks({ ...network, stretches });
  const land = placeSites(
    blocks,
    stretches,
    ground.places,
    communeAt,
    occupancy,
    random.fork('sites'),
  );
  const sites = [...land, ...placePlaygrounds(land, random.fork('playgrounds'))];
  const publicBuildings = buildOnSites(land, occupancy, random.fork('public buildings'));
  const { buildings, doors } = placeBuildings(stretches, occupancy, random.fork('buildings'));
  const streets = joinStretches(stretches);
  const groves = plantGroves(borders, ground, random.fork('groves'));
  const fixtures = [
    ...furnishStreets(streets, occupancy, random.fork('fixtures')),
    ...furnishParks(sites, random.fork('parks')),
  ];
  const features = drawFeatures(
    { ground, groves, streets, sites, buildings: [...publicBuildings, ...buildings], fixtures },
    communeAt,
  );
  return {
    territory: describeTerritory(borders),
    features,
    addresses: doors.map(toAddress),
    landmarks: listLandmarks(features),
  };
}

const toAddress = ({ number, street, commune, at }: Door, index: number): Address => ({
  id: `address-${index + 1}`,
  number,
  street,
  communeCode: commune.code,
  communeName: commune.name,
  postcode: commune.postcode,
  point: toPoint(at),
});
