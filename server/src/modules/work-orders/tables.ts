import type { NullablePointColumn } from '../../platform/db/index.ts';
import type { FailureReason, Level, Status } from './model.ts';

export interface WorkOrderTables {
  work_order: {
    territory_id: string;
    id: string;
    number: string;
    organization_id: string;
    crew_id: string;
    service_request_id: string | null;
    title: string;
    instructions: string;
    status: Status;
    point: NullablePointColumn;
    address: string;
    commune_name: string;
    severity: Level;
    urgency: Level;
    scheduled_start: Date;
    estimated_minutes: number;
    started_at: Date | null;
    ended_at: Date | null;
    outcome: string | null;
    failure_reason: FailureReason | null;
    minutes_spent: number | null;
    created_at: Date;
    updated_at: Date;
    version: number;
    anonymised_at: Date | null;
  };
  work_order_photo: {
    territory_id: string;
    work_order_id: string;
    file_id: string;
    kind: 'before' | 'after';
    at: Date;
  };
  work_order_number: {
    territory_id: string;
    year: number;
    last: number;
  };
}
