import type { JsonColumn, PointColumn } from '../../platform/db/index.ts';
import type { RoadClass } from '../organizations/index.ts';
import type { Layer, Shape } from './feature.ts';
import type { HoldingKind } from './holdings/holding.ts';

export interface PlaceTables {
  place: {
    territory_id: string;
    id: string;
    source: string;
    kind: 'street' | 'landmark';
    name: string;
    commune_code: string;
    commune_name: string;
    postcode: string | null;
    at: PointColumn;
    words: string;
  };
  address: {
    territory_id: string;
    id: string;
    source: string;
    place_id: string;
    number: string;
    number_key: string;
    at: PointColumn;
  };
  map_feature: {
    territory_id: string;
    id: string;
    source: string;
    layer: Exclude<Layer, 'boundary'>;
    kind: string;
    name: string | null;
    reference: string | null;
    road_class: RoadClass | null;
    road_number: string | null;
    built_up: boolean | null;
    owner_code: string | null;
    bridge: boolean;
    width_metres: number | null;
    height_metres: number | null;
    geometry: JsonColumn<Shape>;
    area: string;
    min_zoom: number;
  };
  holding: {
    territory_id: string;
    id: string;
    kind: HoldingKind;
    commune_code: string;
    name: string;
    words: string;
    road_class: RoadClass | null;
    road_number: string | null;
    built_up: boolean | null;
    owner_code: string | null;
    geometry: JsonColumn<Shape | null>;
    area: string | null;
    corrected: boolean;
    version: number;
    changed_at: Date;
  };
  holding_version: {
    territory_id: string;
    version: string;
  };
  gazetteer: {
    territory_id: string;
    version: string;
    imported_at: Date;
  };
}
