/** Reply templates: the knowledge base, what to answer to what residents ask most. The only door. */
export { REPLY_TEMPLATE_EVENTS } from './events.ts';
export { importReplyTemplates } from './import-reply-templates.ts';
export type { TemplateContent } from './model.ts';
export { previewReply } from './preview-reply.ts';
export { problems } from './problems.ts';
export { routes } from './routes.ts';
export { STARTER_TEMPLATES } from './starter/index.ts';

export const migrations = new URL('./migrations/', import.meta.url);
