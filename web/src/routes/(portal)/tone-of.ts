import type { Tone } from '#lib/ui/Badge.svelte';
import type { Status } from './api.ts';

const TONES: Record<Status, Tone> = {
  received: 'waiting',
  triaged: 'known',
  planned: 'known',
  started: 'known',
  done: 'done',
  answered: 'done',
  rejected: 'neutral',
};

/** The colour and shape of a status, the same in the list, on the map and on a request's page. */
export const toneOf = (status: Status): Tone => TONES[status];
