import { checkTemplate } from './check-template.ts';
import type { TemplateContent } from './model.ts';

/**
 * The content as we keep it: composed, with plain line ends, without controls; names without
 * spaces around them, each once.
 *
 * @throws Problem `unsound-template` (422)
 */
export function cleanContent(content: TemplateContent): TemplateContent {
  const cleaned = {
    ...content,
    title: line(content.title),
    purposes: unique(content.purposes),
    serviceCodes: unique(content.serviceCodes),
    serviceGroups: unique(content.serviceGroups.map(line)),
    tags: unique(content.tags.map(line).filter(Boolean)),
    subject: line(content.subject),
    body: text(content.body),
    deskNote: text(content.deskNote),
  };
  checkTemplate(cleaned);
  return cleaned;
}

const text = (value: string) =>
  value.normalize('NFC').replace(/\r\n?/g, '\n').replace(CONTROL, '').trim();

const line = (value: string) => text(value).replace(/\s+/g, ' ');

/** Controls but tab and line feed, and those that reorder the text around them. */
const CONTROL = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
