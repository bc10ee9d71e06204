import type { Reaction } from '../../platform/events/index.ts';
import { countRequests } from './count-requests.ts';

/** What this module hears: every step of a request, and requests that come in bulk. */
export const reactions: Reaction[] = [
  {
    name: 'indicators/count-request',
    on: [
      'service-request.received',
      'service-request.triaged',
      'service-request.answered',
      'service-request.rejected',
      'service-request.transferred',
      'service-request.refused',
      'service-request.contested',
      'service-request.corrected',
      'service-request.reopened',
      'service-request.planned',
      'service-request.started',
      'service-request.done',
      'service-request.back-to-triage',
      'service-request.merged',
      'service-request.unmerged',
      'service-request.commented',
      'service-request.waiting',
      'service-request.resident-wrote',
      'service-request.rated',
    ],
    react: (platform, tx, { territoryId, subject }) =>
      countRequests(platform, tx, territoryId, [subject]),
  },
  {
    name: 'indicators/count-imported',
    on: ['service-requests.imported'],
    react: (platform, tx, { territoryId, data }) =>
      countRequests(platform, tx, territoryId, (data.ids ?? []) as string[]),
  },
];
