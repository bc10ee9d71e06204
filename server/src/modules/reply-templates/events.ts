import type { NewEvent } from '../../platform/events/index.ts';
import type { ReplyTemplate } from './model.ts';

/** What this module tells: the knowledge base changed. */
export const REPLY_TEMPLATE_EVENTS = {
  created: 'reply-template.created',
  changed: 'reply-template.changed',
  restored: 'reply-template.restored',
  imported: 'reply-templates.imported',
} as const;

export function templateEvent(
  what: 'created' | 'changed' | 'restored',
  { id, organizationId, title, status, version }: ReplyTemplate,
  reason: string,
): NewEvent {
  return {
    type: REPLY_TEMPLATE_EVENTS[what],
    subject: id,
    organizationId,
    data: { title, status, version },
    ...(reason && { reason }),
  };
}
