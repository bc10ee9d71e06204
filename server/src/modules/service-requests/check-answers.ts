import { type Answers, readAnswers } from './answers.ts';
import type { Service } from './catalogue.ts';
import { problems } from './problems.ts';

/** The answers to a service's questions, as they are kept. @throws Problem `answers-refused` (422) */
export function checkAnswers(service: Service, given: Answers): Answers {
  const read = readAnswers(service.questions, given);
  if ('answers' in read) return read.answers;
  throw problems.answersRefused({
    errors: read.faults.map(({ code, message }) => ({
      pointer: `/answers/${code.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      detail: message,
    })),
  });
}
