import type { JsonColumn, PointColumn } from '../../platform/db/index.ts';
import type { Area } from '../../platform/geo/index.ts';
import type { CompetenceValue, Declaration, OrganizationKind, RoadClass } from './model.ts';

export interface OrganizationTables {
  territory: {
    territory_id: string;
    slug: string;
    name: string;
    center: PointColumn;
    west: number;
    south: number;
    east: number;
    north: number;
    phone: string | null;
    email: string | null;
    address: string | null;
    demonstration: boolean;
    hostnames: string[];
    directory_version: string;
    founded_at: Date;
  };
  organization: {
    territory_id: string;
    id: string;
    kind: OrganizationKind;
    name: string;
    code: string;
    siren: string | null;
    population: number | null;
    population_year: number | null;
    population_source: string | null;
    email: string | null;
    phone: string | null;
    boundary: JsonColumn<Area> | null;
    west: number | null;
    south: number | null;
    east: number | null;
    north: number | null;
    orientation: boolean;
    version: number;
  };
  competence: {
    territory_id: string;
    id: string;
    organization_id: string;
    value: CompetenceValue;
    declared: JsonColumn<Declaration> | null;
    service_code: string | null;
    service_group: string | null;
    road_classes: RoadClass[] | null;
    road_numbers: string[] | null;
    built_up: boolean | null;
    owner_ids: string[] | null;
    area_organization_id: string | null;
    priority: number;
    valid_from: string;
    valid_until: string | null;
    reason: string;
    version: number;
  };
  crew: {
    territory_id: string;
    id: string;
    organization_id: string;
    name: string;
    skills: string[];
    vehicle: string | null;
    version: number;
  };
  crew_member: {
    territory_id: string;
    crew_id: string;
    account_id: string;
  };
}
