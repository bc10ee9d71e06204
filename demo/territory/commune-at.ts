import { distance, ringContains, type Vec } from '../core/plane.ts';
import type { Borders } from './borders.ts';
import { COMMUNES, type CommuneFacts } from './communes.ts';

export type CommuneAt = (p: Vec) => CommuneFacts;

/** The commune that holds a point; the nearest town hall's for a point outside all of them. */
export const createCommuneAt =
  (borders: Borders): CommuneAt =>
  (p) =>
    COMMUNES.find(({ key }) => ringContains(borders.communes[key], p)) ??
    (COMMUNES.toSorted((a, b) => distance(a.centre, p) - distance(b.centre, p))[0] as CommuneFacts);
