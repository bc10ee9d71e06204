import type { Tone } from '#lib/ui/Badge.svelte';
import type { RequestStatus, WorkOrder } from '../api/views.ts';

/** How urgent the attention that each status wants. */
export const REQUEST_TONES: Record<RequestStatus, Tone> = {
  received: 'waiting',
  triaged: 'known',
  planned: 'known',
  started: 'known',
  done: 'done',
  answered: 'done',
  rejected: 'neutral',
};

export const WORK_TONES: Record<WorkOrder['status'], Tone> = {
  planned: 'known',
  started: 'known',
  completed: 'done',
  failed: 'waiting',
  cancelled: 'neutral',
};
