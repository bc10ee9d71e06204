import type { ServiceRequestTables } from '../tables.ts';
import type { RefusalReason } from './model.ts';

export interface HandOverTables extends Pick<ServiceRequestTables, 'service_request'> {
  service_request_refusal: {
    territory_id: string;
    id: string;
    service_request_id: string;
    organization_id: string;
    reason: RefusalReason;
    note: string;
    at: Date;
    lifted_at: Date | null;
  };
}
