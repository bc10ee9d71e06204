import type { TemplateContent } from '../model.ts';

type Entry = Pick<TemplateContent, 'title' | 'subject' | 'body'> &
  Partial<Omit<TemplateContent, 'tags'>> & {
    /** Separated by commas. */
    tags: string;
  };

/** Fills in what most templates have in common: a French answer, between greeting and farewell. */
export function template({ tags, body, ...entry }: Entry): TemplateContent {
  return {
    language: 'fr',
    purposes: ['answer'],
    serviceCodes: [],
    serviceGroups: [],
    deskNote: '',
    ...entry,
    tags: tags.split(',').map((tag) => tag.trim()),
    body: `{salutation}\n\n${body.trim()}\n\nVotre demande porte le numéro {numéro}.\n\n{organisme}`,
  };
}
