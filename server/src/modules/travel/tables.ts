import type { VehicleClass } from './model.ts';

export interface TravelTables {
  street_network: {
    territory_id: string;
    id: string;
    imported_at: Date;
    source: string;
    junctions: number;
    segments: number;
    network: Buffer;
  };
  street_hierarchy: {
    territory_id: string;
    network_id: string;
    vehicle: VehicleClass;
    hierarchy: Buffer;
  };
}
