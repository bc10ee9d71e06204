import type { RequestEvent } from '@sveltejs/kit';
import type { LatLong } from '#lib/map/types.ts';
import { readIfPossible } from '../api.ts';

export interface ChosenPlace {
  /** What the resident searched, or what lies nearest; empty when nothing is known there. */
  address: string;
  /** From the point to what `address` names; 0 for a place found by its name. */
  distanceMetres: number;
  /** Why the town cannot act there, and who may; `null` inside the territory. */
  outside: string | null;
  organization: string | null;
}

/** What is known of a place: its address in words, and who acts there on this service. */
export async function describePlace(
  event: RequestEvent,
  serviceCode: string,
  { lat, long }: LatLong,
  address: string,
): Promise<ChosenPlace> {
  const [nearest, competence] = await Promise.all([
    address ? null : readIfPossible(event, '/api/v1/places/nearest', { query: { lat, long } }),
    readIfPossible(event, '/api/v1/competence', { query: { serviceCode, lat, long } }),
  ]);
  return {
    address: address || (nearest?.label ?? ''),
    distanceMetres: Math.round(nearest?.distanceMetres ?? 0),
    outside: competence?.outcome === 'outside' ? competence.reason : null,
    organization: competence?.outcome === 'found' ? (competence.organization?.name ?? null) : null,
  };
}
