import type { Area, BoundingBox } from '../../platform/geo/index.ts';
import type { OrganizationKind } from './model.ts';

/** A commune, an EPCI, a département or an operator, as we keep it. */
export interface Organization {
  id: string;
  kind: OrganizationKind;
  name: string;
  /** INSEE code of a commune or a département, SIREN of the others. */
  code: string;
  siren: string | null;
  /** Inhabitants, by which count of which year: sources differ, so a figure never goes without. */
  population: { count: number; year: number; source: string } | null;
  email: string | null;
  phone: string | null;
  /** Receives what nobody is sure about, inside its boundary. */
  orientation: boolean;
  boundary: Area | null;
}

/** What {@link Organization} needs at least to be created. */
export type NewOrganization = Pick<Organization, 'kind' | 'name' | 'code'> & Partial<Organization>;

/** A team with its means. */
export interface Crew {
  id: string;
  organizationId: string;
  organizationName: string;
  name: string;
  skills: string[];
  vehicle: string | null;
}

/** A shared living area: the unit of sharing, hosting and sharding. */
export interface Territory {
  id: string;
  slug: string;
  name: string;
  center: { lat: number; long: number };
  bounds: BoundingBox;
  contact: { phone: string | null; email: string | null; address: string | null };
  demonstration: boolean;
  hostnames: string[];
}
