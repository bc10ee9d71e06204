import type { LatLong } from '#lib/map/index.ts';
import type { Body, Place } from '../api/views.ts';

/** A rule that somebody is writing, as far as it can be tried. */
export type DraftRule = Pick<
  Body<'/api/v1/competence/try'>,
  'organizationId' | 'replaces' | 'rule'
>;

/** What is asked: a service and a place. Kept while rules are opened and closed beside it. */
export class Trial {
  serviceCode = $state('');
  text = $state('');
  place = $state.raw<Place | null>(null);
  point = $state.raw<LatLong | null>(null);
}
