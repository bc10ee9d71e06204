import type { GeneratedAlways } from 'kysely';
import type { JsonColumn } from '../../platform/db/index.ts';
import type { Purpose, Status, TemplateContent } from './model.ts';

export interface ReplyTemplateTables {
  reply_template: {
    territory_id: string;
    id: string;
    organization_id: string | null;
    version: number;
    status: Status;
    language: 'fr' | 'en';
    title: string;
    purposes: Purpose[];
    service_codes: string[];
    service_groups: string[];
    tags: string[];
    subject: string;
    body: string;
    desk_note: string;
    headings: string;
    created_at: Date;
    updated_at: Date;
    search: GeneratedAlways<string>;
  };
  reply_template_version: {
    territory_id: string;
    template_id: string;
    version: number;
    status: Status;
    content: JsonColumn<TemplateContent>;
    author_name: string;
    reason: string;
    at: Date;
  };
}
