import type { JsonColumn } from '../../platform/db/index.ts';
import type { AreaShape } from './follower.ts';

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
    frequency: 'immediate' | 'weekly' | null;
    channel: 'email' | 'sms';
    address: string;
    language: 'fr' | 'en';
    plain: boolean;
    asked_at: Date;
    confirmed_at: Date | null;
    told_until: Date | null;
  };
  silenced_reporter: { territory_id: string; service_request_id: string; at: Date };
}
