import type { Outcome } from './model.ts';

export interface IndicatorTables {
  request_fact: {
    territory_id: string;
    request_id: string;
    service_code: string;
    service_name: string;
    service_group: string;
    organization_id: string | null;
    commune_id: string | null;
    channel: string;
    received_at: Date;
    triaged_at: Date | null;
    planned_at: Date | null;
    closed_at: Date | null;
    outcome: Outcome | null;
    reopened_count: number;
    reply_due_at: Date | null;
    replied_at: Date | null;
    close_due_at: Date | null;
    ratings_count: number;
    satisfied_count: number;
    unsatisfied_count: number;
    comments_count: number;
    request_version: number;
  };
  request_recount: {
    territory_id: string;
    after_id: string | null;
  };
}
