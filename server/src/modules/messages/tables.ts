import type { Channel, Kind, Obstacle, Status } from './model.ts';

export interface MessageTables {
  message: {
    territory_id: string;
    id: string;
    service_request_id: string | null;
    organization_id: string | null;
    event_id: string;
    kind: Kind;
    recipient_key: string;
    channel: Channel;
    subject: string;
    status: Status;
    obstacle: Obstacle | null;
    last_error: string | null;
    attempts: number;
    created_at: Date;
    sent_at: Date | null;
  };
  reply_key: { territory_id: string; secret: string; created_at: Date };
  message_setting: {
    territory_id: string;
    quiet_from: number;
    quiet_to: number;
    quiet_sundays: boolean;
    version: number;
    updated_at: Date;
  };
}
