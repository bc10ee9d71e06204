import type { JsonColumn } from '../../../platform/db/index.ts';
import type { ServiceRequestTables } from '../tables.ts';
import type { Policy, ServiceSetting, TextState } from './model.ts';

export interface PublicCopyTables extends Pick<ServiceRequestTables, 'service_request'> {
  public_copy: {
    territory_id: string;
    service_request_id: string;
    text: string;
    masked: string[];
    text_state: TextState;
    kept: boolean;
    photos_waiting: boolean;
    shown_photo_ids: string[];
    hidden_photo_ids: string[];
    flagged_photo_ids: string[];
    since: Date;
  };
  public_copy_setting: {
    territory_id: string;
    text_policy: Policy;
    photo_policy: Policy;
    days_after_closing: number;
    services: JsonColumn<Record<string, ServiceSetting>>;
    version: number;
  };
}
