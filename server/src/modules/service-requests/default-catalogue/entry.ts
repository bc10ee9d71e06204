import type { Question, Service } from '../catalogue.ts';
import type { NextSteps } from '../next-steps.ts';

/** A service as a catalogue lists it, before a territory offers it or not. */
export type CatalogueService = Omit<Service, 'offered'>;

type Entry = Pick<CatalogueService, 'code' | 'name' | 'description'> &
  Partial<Omit<CatalogueService, 'keywords' | 'questions'>> & {
    /** As residents say it, misspellings included; separated by commas. */
    keywords: string;
    questions?: Partial<Question>[];
  };

/**
 * Fills in what the entries of one group have in common.
 *
 * @param nextSteps - what a town usually does once it is asked; it says its own instead
 */
export function group(name: string, nextSteps: NextSteps, entries: Entry[]): CatalogueService[] {
  return entries.map(({ keywords, questions = [], ...entry }) => ({
    group: name,
    emergencyNotice: null,
    defaultSeverity: 2,
    defaultUrgency: 2,
    targetDays: 10,
    nextSteps,
    ...entry,
    keywords: keywords.split(',').map((keyword) => keyword.trim()),
    questions: questions.map((question, index) => ({
      variable: true,
      code: `question-${index + 1}`,
      datatype: 'string',
      required: false,
      datatypeDescription: '',
      description: '',
      values: [],
      ...question,
      order: index + 1,
    })),
  }));
}

/** A question with one answer among a few. */
export function choice(
  code: string,
  description: string,
  values: Record<string, string>,
  more: Partial<Question> = {},
): Partial<Question> {
  return {
    code,
    description,
    datatype: 'singlevaluelist',
    datatypeDescription: 'Choisissez une réponse.',
    values: Object.entries(values).map(([key, name]) => ({ key, name })),
    ...more,
  };
}
