import type { Point } from '../../platform/geo/index.ts';
import type { RoadClass } from '../organizations/index.ts';

export const PLACE_KINDS = ['address', 'street', 'landmark', 'commune'] as const;

/** Something that the search found. */
export interface Place {
  id: string;
  kind: (typeof PLACE_KINDS)[number];
  /** « 12 rue de la Fontaine, Castelnau ». */
  label: string;
  communeName: string;
  point: Point;
}

/** What is known of a point. */
export interface Location {
  /** The nearest address, street, landmark or commune, as words; never empty. */
  label: string;
  street: string | null;
  /** Of the address in the label, where that is on another street. */
  addressStreet: string | null;
  /** Of the street, when the point is on it or along it. */
  roadClass: RoadClass | null;
  roadNumber: string | null;
  builtUp: boolean | null;
  /** INSEE code or SIREN of who owns the road, or what lies there. */
  ownerCode: string | null;
  /** Names of the park, the square, the building that hold the point. */
  placeNames: string[];
  communeId: string | null;
  communeName: string | null;
  /** From the point to what the label names. */
  distanceMetres: number;
}
