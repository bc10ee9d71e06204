import { api } from '#lib/api/client.ts';
import { ask } from '../api/ask.ts';
import type { Decision } from './views.ts';

/** What a person decided about messages, and of which request they speak. */
export interface Decided {
  ids: string[];
  decision: Decision;
  code?: string;
}

export const decide = (body: Decided, key: string) =>
  ask(() =>
    api.POST('/api/v1/intake/messages/decide', { body, headers: { 'idempotency-key': key } }),
  );
