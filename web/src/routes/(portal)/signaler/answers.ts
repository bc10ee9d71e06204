import type { Question } from '../api.ts';
import type { Draft } from './draft.ts';

const TIME_ZONE = 'Europe/Paris';

/** A question whose answer is missing, or is no number where one is asked. */
export interface AnswerFault {
  code: string;
  fault: 'missing' | 'number';
}

export function findFaults(
  questions: readonly Question[],
  answers: Draft['answers'],
): AnswerFault[] {
  return questions
    .filter(({ variable }) => variable)
    .flatMap(({ code, required, datatype }): AnswerFault[] => {
      const [answer] = answers[code] ?? [];
      if (answer === undefined) return required ? [{ code, fault: 'missing' }] : [];
      const isNumber = /^\s*[+-]?\d{1,15}([.,]\d{1,15})?\s*$/.test(answer);
      return datatype === 'number' && !isNumber ? [{ code, fault: 'number' }] : [];
    });
}

/** The answers as the API takes them; those to questions of another service are left out. */
export function toApiAnswers(
  questions: readonly Question[],
  answers: Draft['answers'],
): Record<string, string | string[]> {
  return Object.fromEntries(
    questions.flatMap(({ code, datatype, variable }): [string, string | string[]][] => {
      const given = answers[code];
      if (!given || !variable) return [];
      if (datatype === 'multivaluelist') return [[code, given]];
      const [answer = ''] = given;
      return [[code, datatype === 'datetime' ? withOffset(answer) : answer]];
    }),
  );
}

/** The answers in the words of the choices, for the summary. */
export function inWords(questions: readonly Question[], answers: Draft['answers']) {
  return questions.flatMap(({ code, description, values }) => {
    const given = answers[code];
    if (!given) return [];
    const words = given.map((key) => values.find((value) => value.key === key)?.name ?? key);
    return [{ question: description, answer: words.join(', ') }];
  });
}

/**
 * « 2026-11-24T14:30 », as a browser's date field gives it, with the offset that clocks in France
 * have then; anything else is left as it is, for the API to refuse.
 */
export function withOffset(local: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return local;
  const instant = new Date(`${local}Z`);
  if (Number.isNaN(instant.getTime())) return local;
  const zone = new Intl.DateTimeFormat('en', { timeZone: TIME_ZONE, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value;
  return `${local}:00${zone?.replace('GMT', '') || 'Z'}`;
}
