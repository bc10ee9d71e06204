import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AGES, type Counted, factOf, type Happening, type Judged } from './model.ts';

const day = (n: number) => new Date(Date.UTC(2026, 10, n));

const request: Counted = {
  id: 'r',
  serviceCode: 'pothole',
  serviceName: 'Nid-de-poule',
  serviceGroup: 'Voirie',
  organizationId: 'o',
  communeId: 'c',
  channel: 'web',
  status: 'done',
  receivedAt: day(1),
  closedAt: day(9),
  version: 8,
};

const UNJUDGED: Judged = {
  promised: { replyDueAt: null, repliedAt: null, closeDueAt: null },
  ratings: undefined,
};

const history: Happening[] = [
  { type: 'service-request.received', at: day(1) },
  { type: 'service-request.triaged', at: day(2) },
  { type: 'service-request.planned', at: day(3) },
  { type: 'service-request.back-to-triage', at: day(4) },
  { type: 'service-request.planned', at: day(5) },
  { type: 'service-request.done', at: day(6) },
  { type: 'service-request.reopened', at: day(7) },
  { type: 'service-request.done', at: day(9) },
];

describe('factOf', () => {
  it('keeps the first time of each step, the last end, and the reopenings', () => {
    expect(factOf(request, history, UNJUDGED)).toMatchObject({
      triagedAt: day(2),
      plannedAt: day(3),
      closedAt: day(9),
      outcome: 'done',
      reopenedCount: 1,
    });
  });

  it('does not depend on the order in which the history was heard', () => {
    const expected = factOf(request, history, UNJUDGED);
    fc.assert(
      fc.property(fc.shuffledSubarray(history, { minLength: history.length }), (shuffled) => {
        expect(factOf(request, shuffled, UNJUDGED)).toEqual(expected);
      }),
    );
  });

  it('counts an answer at once as taken in hand, and an open request as without outcome', () => {
    const answered = factOf(
      { ...request, status: 'answered', closedAt: day(2) },
      [{ type: 'service-request.answered', at: day(2) }],
      UNJUDGED,
    );
    expect(answered).toMatchObject({ triagedAt: day(2), plannedAt: null, outcome: 'answered' });
    const open = factOf({ ...request, status: 'received', closedAt: null }, [], UNJUDGED);
    expect(open).toMatchObject({ triagedAt: null, closedAt: null, outcome: null });
  });
});

it('ages follow each other without a gap', () => {
  for (const [index, age] of AGES.entries()) {
    expect(age.fromDays).toBe(AGES[index - 1]?.toDays ?? 0);
  }
  expect(AGES.at(-1)?.toDays).toBeNull();
});
