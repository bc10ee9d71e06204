import type { JsonColumn, PointColumn } from '../../platform/db/index.ts';
import type { RoadClass } from '../organizations/index.ts';
import type { Layer, Shape } from './feature.ts';

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
  gazetteer: {
    territory_id: string;
    version: string;
    imported_at: Date;
  };
}
