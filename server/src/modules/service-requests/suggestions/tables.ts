import type { JsonColumn } from '../../../platform/db/index.ts';
import type { Figures } from './lesson.ts';

export interface SuggestionTables {
  service_classifier: {
    territory_id: string;
    version: number;
    trained_at: Date;
    figures: JsonColumn<Figures>;
    weight: number;
    model: Buffer;
  };
}
