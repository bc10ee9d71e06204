import { describe, expect, it } from 'vitest';
import { inWords, readAnswers } from './answers.ts';
import type { Datatype, Question } from './catalogue.ts';

const question = (code: string, datatype: Datatype, more: Partial<Question> = {}): Question => ({
  variable: true,
  code,
  datatype,
  required: false,
  datatypeDescription: '',
  order: 1,
  description: `Question ${code}`,
  values: [],
  ...more,
});
const sizes = [
  { key: 'small', name: 'Petit' },
  { key: 'large', name: 'Grand' },
];

const answersOf = (questions: Question[], given: Record<string, string | string[]>) => {
  const read = readAnswers(questions, given);
  return 'answers' in read ? read.answers : read.faults.map(({ code }) => `fault ${code}`);
};

describe('answers', () => {
  it('are kept in one form', () => {
    const questions = [
      question('lamp', 'string'),
      question('depth', 'number'),
      question('seen', 'datetime'),
      question('size', 'singlevaluelist', { values: sizes }),
      question('risks', 'multivaluelist', { values: sizes }),
    ];
    const given = {
      lamp: '  A 12 ',
      depth: ' 12,50 ',
      seen: '2026-11-24T14:30:00+01:00',
      size: 'large',
      risks: ['small', 'large', 'small'],
    };
    expect(answersOf(questions, given)).toEqual({
      lamp: 'A 12',
      depth: '12.5',
      seen: '2026-11-24T13:30:00.000Z',
      size: 'large',
      risks: ['small', 'large'],
    });
  });

  it('are refused when nobody asked for them', () => {
    expect(answersOf([question('lamp', 'string')], { other: 'x' })).toEqual(['fault other']);
    expect(answersOf([question('info', 'text', { variable: false })], { info: 'x' })).toEqual([
      'fault info',
    ]);
    expect(answersOf([], JSON.parse('{"__proto__": "x"}'))).toEqual(['fault __proto__']);
  });

  it('are asked for when they are required, and blank is no answer', () => {
    const questions = [question('lamp', 'string', { required: true })];
    expect(answersOf(questions, {})).toEqual(['fault lamp']);
    expect(answersOf(questions, { lamp: ' \t' })).toEqual(['fault lamp']);
    expect(answersOf([question('constructor', 'string', { required: true })], {})).toEqual([
      'fault constructor',
    ]);
    expect(answersOf([question('lamp', 'string')], { lamp: '' })).toEqual({});
  });

  it.each<[Datatype, string | string[]]>([
    ['string', 'x'.repeat(501)],
    ['string', ['x', 'y']],
    ['text', 'x'.repeat(10_001)],
    ['number', 'douze'],
    ['number', '1e9'],
    ['number', '0x10'],
    ['number', 'Infinity'],
    ['datetime', '24/11/2026'],
    ['datetime', '2026-02-31'],
    ['datetime', '2026-02-31T10:00:00Z'],
    ['datetime', '2026-13-01T10:00:00Z'],
    ['singlevaluelist', 'huge'],
    ['singlevaluelist', ['small', 'large']],
    ['multivaluelist', ['small', 'huge']],
  ])('of a %s question cannot be %j', (datatype, answer) => {
    const values = datatype.endsWith('list') ? sizes : [];
    expect(answersOf([question('q', datatype, { values })], { q: answer })).toEqual(['fault q']);
  });

  it('tell every fault at once, in French', () => {
    const read = readAnswers(
      [question('a', 'number'), question('b', 'string', { required: true })],
      {
        a: 'x',
      },
    );
    expect(read).toEqual({
      faults: [
        { code: 'a', message: '« Question a » : un nombre est attendu.' },
        { code: 'b', message: 'Une réponse est attendue à « Question b ».' },
      ],
    });
  });

  it('are read in words, in the order of the questions', () => {
    const questions = [
      question('risks', 'multivaluelist', { values: sizes, order: 2 }),
      question('lamp', 'string', { order: 1 }),
    ];
    expect(inWords(questions, { risks: ['small', 'large'], lamp: 'A 12' })).toEqual([
      { question: 'Question lamp', answer: 'A 12' },
      { question: 'Question risks', answer: 'Petit, Grand' },
    ]);
  });
});
