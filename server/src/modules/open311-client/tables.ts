import type { JsonColumn } from '../../platform/db/index.ts';
import type { RelayStatus, ServiceMap } from './model.ts';

export interface Open311ClientTables {
  open311_server: {
    territory_id: string;
    organization_id: string;
    url: string;
    jurisdiction_id: string | null;
    /** Sealed. */
    api_key: string;
    services: JsonColumn<Record<string, ServiceMap>>;
    enabled: boolean;
    failures: number;
    closed_until: Date | null;
    version: number;
  };
  open311_relay: {
    territory_id: string;
    id: string;
    service_request_id: string;
    organization_id: string;
    status: RelayStatus;
    their_id: string | null;
    token: string | null;
    their_status: string | null;
    their_notes: string | null;
    attempts: number;
    last_error: string | null;
    created_at: Date;
  };
}
