import { expect, test } from 'vitest';
import type { Question } from '../api.ts';
import { findFaults, inWords, toApiAnswers, withOffset } from './answers.ts';

const question = (changes: Partial<Question>): Question => ({
  variable: true,
  code: 'q',
  datatype: 'string',
  required: false,
  datatypeDescription: '',
  order: 1,
  description: 'Combien ?',
  values: [],
  ...changes,
});

test.each([
  [question({ required: true }), {}, [{ code: 'q', fault: 'missing' }]],
  [question({ required: true, variable: false }), {}, []],
  [question({ datatype: 'number' }), { q: ['douze'] }, [{ code: 'q', fault: 'number' }]],
  [question({ datatype: 'number' }), { q: ['12,5'] }, []],
  [question({}), {}, []],
])('%o with %o has the faults %o', (asked, answers, faults) => {
  expect(findFaults([asked], answers)).toEqual(faults);
});

test('one choice leaves as a text, several as a list, strangers not at all', () => {
  const questions = [
    question({ code: 'one', datatype: 'singlevaluelist' }),
    question({ code: 'many', datatype: 'multivaluelist' }),
  ];
  expect(toApiAnswers(questions, { one: ['a'], many: ['b'], stranger: ['x'] })).toEqual({
    one: 'a',
    many: ['b'],
  });
});

test('the summary says the names of the choices', () => {
  const asked = question({ values: [{ key: 'big', name: 'Grande' }] });
  expect(inWords([asked], { q: ['big', 'other'] })).toEqual([
    { question: 'Combien ?', answer: 'Grande, other' },
  ]);
});

test.each([
  ['2026-11-24T14:30', '2026-11-24T14:30:00+01:00'],
  ['2026-07-14T08:00', '2026-07-14T08:00:00+02:00'],
  ['hier', 'hier'],
  ['2026-19-99T14:30', '2026-19-99T14:30'],
])('%s in France is %s', (local, instant) => expect(withOffset(local)).toBe(instant));
