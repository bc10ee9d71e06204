import type { JsonColumn } from '../../platform/db/index.ts';
import type { Frequency } from './follower.ts';
import type { AreaShape } from './neighbours.ts';

export interface FollowingTables {
  follower: {
    territory_id: string;
    id: string;
    key: string;
    kind: 'request' | 'street' | 'park' | 'commune';
    service_request_id: string | null;
    area_id: string | null;
    area_name: string | null;
    area_commune_id: string | null;
    area_commune: string | null;
    area_shape: JsonColumn<AreaShape | null>;
    area_box: string | null;
    frequency: Frequency | null;
    channel: 'email' | 'sms';
    address: string;
    language: 'fr' | 'en';
    plain: boolean;
    asked_at: Date;
    confirmed_at: Date | null;
    due_at: Date | null;
  };
  follower_news: {
    territory_id: string;
    follower_id: string;
    event_id: string;
    service_request_id: string;
    heard_at: Date;
    digest_id: string | null;
  };
  stopped_number: { territory_id: string; id: string; address: string; at: Date };
  silenced_reporter: { territory_id: string; service_request_id: string; at: Date };
}
