import { isCivilDate } from '../../platform/clock/index.ts';
import type { Question } from './catalogue.ts';

/** Answers by question code: a text, or the chosen keys of a multiple choice. */
export type Answers = Record<string, string | string[]>;

/** Why an answer is refused, in French for whoever fills in the form. */
export interface AnswerFault {
  code: string;
  message: string;
}

const STRING_LENGTH = 500;
const TEXT_LENGTH = 10_000;

/**
 * Reads answers against the questions of the service.
 *
 * @returns the answers kept, with empty ones dropped and numbers and dates in one form; or every
 *   fault found, so that a form can show them all at once
 */
export function readAnswers(
  questions: Question[],
  given: Answers,
): { answers: Answers } | { faults: AnswerFault[] } {
  const asked = new Map(questions.filter((q) => q.variable).map((q) => [q.code, q]));
  const answers: Answers = {};
  const faults: AnswerFault[] = [];
  for (const code of Object.keys(given)) {
    if (!asked.has(code)) {
      faults.push({ code, message: `Cette prestation ne pose pas la question « ${code} ».` });
    }
  }
  for (const question of asked.values()) {
    const answer = Object.hasOwn(given, question.code) ? given[question.code] : undefined;
    const { code, description } = question;
    if (answer === undefined || isEmpty(answer)) {
      if (question.required) {
        faults.push({ code, message: `Une réponse est attendue à « ${description} ».` });
      }
      continue;
    }
    const read = READERS[question.datatype](answer, question);
    if (read.value === undefined)
      faults.push({ code, message: `« ${description} » : ${read.fault}` });
    else answers[code] = read.value;
  }
  return faults.length > 0 ? { faults } : { answers };
}

/** The answers in words: each question asked, with the names of the choices. */
export function inWords(questions: Question[], answers: Answers) {
  return questions
    .filter((question) => Object.hasOwn(answers, question.code))
    .sort((a, b) => a.order - b.order)
    .map((question) => ({
      question: question.description,
      answer: [answers[question.code] ?? []]
        .flat()
        .map((key) => question.values.find((value) => value.key === key)?.name ?? key)
        .join(', '),
    }));
}

type Read = { value: string | string[]; fault?: never } | { value?: never; fault: string };
type Reader = (answer: string | string[], question: Question) => Read;

const READERS: Record<Question['datatype'], Reader> = {
  string: (answer) => readText(answer, STRING_LENGTH),
  text: (answer) => readText(answer, TEXT_LENGTH),
  number(answer) {
    // French keyboards write a decimal comma.
    const number = typeof answer === 'string' ? answer.trim().replace(',', '.') : '';
    return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(number)
      ? { value: String(Number(number)) }
      : { fault: 'un nombre est attendu.' };
  },
  datetime(answer) {
    return typeof answer === 'string' && isInstant(answer)
      ? { value: new Date(answer).toISOString() }
      : { fault: 'une date et une heure sont attendues, par exemple 2026-11-24T14:30:00+01:00.' };
  },
  singlevaluelist(answer, { values }) {
    const [key, ...others] = [answer].flat();
    return key !== undefined && others.length === 0 && values.some((value) => value.key === key)
      ? { value: key }
      : { fault: 'un seul des choix proposés est attendu.' };
  },
  multivaluelist(answer, { values }) {
    const keys = [...new Set([answer].flat())];
    return keys.every((key) => values.some((value) => value.key === key))
      ? { value: keys }
      : { fault: 'seuls les choix proposés sont possibles.' };
  },
};

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** JavaScript reads 31 February as 3 March: the day must exist too. */
function isInstant(text: string): boolean {
  return (
    ISO_INSTANT.test(text) &&
    isCivilDate(text.slice(0, 10)) &&
    !Number.isNaN(new Date(text).getTime())
  );
}

function readText(answer: string | string[], maxLength: number): Read {
  if (typeof answer !== 'string') return { fault: 'une seule réponse est attendue.' };
  const text = answer.trim();
  return text.length <= maxLength
    ? { value: text }
    : { fault: `${maxLength} caractères au plus sont acceptés.` };
}

function isEmpty(answer: string | string[]): boolean {
  return [answer].flat().every((part) => part.trim() === '');
}
