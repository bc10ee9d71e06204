import type { ReplyTemplate, TemplateContent, TemplateVersion } from './model.ts';

/** The part of a template that its versions keep. */
export function contentOf(template: ReplyTemplate): TemplateContent {
  const { language, title, purposes, serviceCodes, serviceGroups } = template;
  const { tags, subject, body, deskNote } = template;
  return {
    language,
    title,
    purposes,
    serviceCodes,
    serviceGroups,
    tags,
    subject,
    body,
    deskNote,
  };
}

/** The present state, as its history keeps it. */
export function versionOf(
  template: ReplyTemplate,
  authorName: string,
  reason: string,
): TemplateVersion & { templateId: string } {
  return {
    templateId: template.id,
    version: template.version,
    status: template.status,
    content: contentOf(template),
    authorName,
    reason,
    at: template.updatedAt,
  };
}
