import type { JsonColumn } from '../../../platform/db/index.ts';
import type { Grade } from '../model.ts';
import type { ClockKind } from './clock.ts';
import type { Silence } from './legal.ts';
import type { PromiseKind } from './promises.ts';

export interface CommitmentTables {
  commitment: {
    territory_id: string;
    id: string;
    kind: PromiseKind;
    service_code: string | null;
    service_group: string | null;
    priority: Grade | null;
    working_minutes: number;
    valid_from: Date;
    valid_until: Date | null;
  };
  legal_procedure: {
    territory_id: string;
    id: string;
    service_code: string;
    silence: Silence;
    months: number;
    source: string;
    valid_from: Date;
    valid_until: Date | null;
  };
  dated_week: {
    territory_id: string;
    valid_from: Date;
    openings: JsonColumn<Record<string, [string, string][]>>;
    holidays: string;
  };
  commitment_version: {
    territory_id: string;
    version: number;
  };
  request_clock: {
    territory_id: string;
    service_request_id: string;
    kind: ClockKind;
    started_at: Date;
    due_at: Date | null;
    warn_at: Date | null;
    met_at: Date | null;
    warned_at: Date | null;
    broken_at: Date | null;
  };
}
