/**
 * - `answer`: closes the request by answering it
 * - `reject`: closes it without action
 * - `ask`: asks its author for what is missing
 * - `note`: only tells colleagues what to say at the desk
 */
export const PURPOSES = ['answer', 'reject', 'ask', 'note'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** A draft is its writers' alone; an archived template is offered to nobody, and kept. */
export const STATUSES = ['draft', 'published', 'archived'] as const;
export type Status = (typeof STATUSES)[number];

/** What a version holds. */
export interface TemplateContent {
  language: 'fr' | 'en';
  /** How colleagues find it: « Lampadaire : délai de réparation ». */
  title: string;
  purposes: Purpose[];
  /** Open311 codes and groups that it is for; for any when both are empty. */
  serviceCodes: string[];
  serviceGroups: string[];
  tags: string[];
  /** Object of the letter or mail; may hold variables, like the body. */
  subject: string;
  body: string;
  /** What to say at the desk; no resident reads it. */
  deskNote: string;
}

/** One reply template, in its present version. */
export interface ReplyTemplate extends TemplateContent {
  id: string;
  /** Null: shared by every organization of the territory. */
  organizationId: string | null;
  version: number;
  status: Status;
  createdAt: Date;
  updatedAt: Date;
}

/** A version as it was. */
export interface TemplateVersion {
  version: number;
  status: Status;
  content: TemplateContent;
  authorName: string;
  /** Why it was changed. */
  reason: string;
  at: Date;
}
