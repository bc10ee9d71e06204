import type { JsonColumn } from '../../db/index.ts';
import type { EventTables } from '../tables.ts';
import type { Fault } from './fault.ts';

export interface SealTables extends Pick<EventTables, 'event'> {
  event_seal: {
    territory_id: string;
    number: number;
    previous: string;
    root: string;
    events: number;
    at: Date;
    hash: string;
  };
  event_leaf: {
    territory_id: string;
    event_id: string;
    seal: number;
    hash: string;
    /** Mark of the words as they were when sealed; null when there were none. */
    words: string | null;
    /** With which the present words were marked; null when there are none. */
    salt: string | null;
    redacted_by: string | null;
  };
  event_audit: {
    territory_id: string;
    at: Date;
    number: number;
    hash: string;
    events: number;
    sealed_until: Date | null;
    faults: JsonColumn<Fault[]>;
  };
}
