import { describe, expect, it } from 'vitest';
import { defineProblems } from './define-problems.ts';
import { Problem } from './problem.ts';

const problems = defineProblems('work-orders', {
  illegalMove: {
    status: 409,
    title: { fr: 'Cette étape n’est pas possible', en: 'This step is not possible' },
    detail: { fr: 'L’intervention {number} est {state}.', en: 'Work order {number} is {state}.' },
  },
  closed: { status: 409, title: { fr: 'Close', en: 'Closed' } },
});

describe('defineProblems', () => {
  it('names each kind by module and name', () => {
    expect(problems.illegalMove.type).toBe('/problems/work-orders/illegal-move');
    expect(problems.closed.status).toBe(409);
    expect(problems.closed.title.fr).toBe('Close');
  });

  it('makes errors whose trace begins where they are raised', () => {
    const problem = problems.closed();
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toBeInstanceOf(Error);
    expect(problem.message).toBe('/problems/work-orders/closed: Closed');
    expect(problem.stack?.split('\n')[1]).toContain('define-problems.test.ts');
  });

  it('fills the detail in both languages and keeps the members', () => {
    const problem = problems.illegalMove({
      number: 12,
      state: { fr: 'terminée', en: 'completed' },
    });
    expect(problem.toDocument('fr')).toEqual({
      type: '/problems/work-orders/illegal-move',
      title: 'Cette étape n’est pas possible',
      status: 409,
      detail: 'L’intervention 12 est terminée.',
      number: 12,
      state: 'terminée',
    });
    expect(problem.toDocument('en').detail).toBe('Work order 12 is completed.');
  });

  it('asks for the members that the detail names', () => {
    // @ts-expect-error: `state` is missing
    expect(problems.illegalMove({ number: 1 }).detail?.fr).toBe('L’intervention 1 est {state}.');
  });

  it('lets an occurrence say its own detail', () => {
    expect(problems.closed({ detail: 'Depuis hier.' }).toDocument('fr').detail).toBe(
      'Depuis hier.',
    );
  });

  it('never lets a member replace what names the problem', () => {
    const document = problems.closed({ type: 'x', status: 200, title: 'x' }).toDocument('fr');
    expect(document).toEqual({ type: '/problems/work-orders/closed', title: 'Close', status: 409 });
  });

  it('localizes field errors, and sends the wait as a header too', () => {
    const problem = problems.closed({
      errors: [{ pointer: '/email', detail: { fr: 'Invalide.', en: 'Invalid.' } }],
      retryAfter: 1.2,
    });
    expect(problem.toDocument('en').errors).toEqual([{ pointer: '/email', detail: 'Invalid.' }]);
    expect(problem.headers).toEqual({ 'retry-after': '2' });
    expect(problems.closed().headers).toEqual({});
  });
});
