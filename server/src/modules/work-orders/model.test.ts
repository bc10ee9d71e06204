import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  COMMANDS,
  isFinal,
  next,
  possible,
  STATUSES,
  type Status,
  scheduledEnd,
  workOrderNumber,
} from './model.ts';

const commands = fc.array(fc.constantFrom(...COMMANDS), { maxLength: 30 });

/** Carries out the commands that have a place, and gives every status on the way. */
function live(orders: readonly (typeof COMMANDS)[number][]): Status[] {
  const history: Status[] = ['planned'];
  for (const command of orders) {
    const status = next(history.at(-1) as Status, command);
    if (status) history.push(status);
  }
  return history;
}

describe('the life of a work order', () => {
  it('follows the crew: planned, started, completed', () => {
    expect(live(['start', 'complete'])).toEqual(['planned', 'started', 'completed']);
    expect(live(['start', 'fail'])).toEqual(['planned', 'started', 'failed']);
  });

  it('never completes nor fails what was not started, whatever is sent', () => {
    fc.assert(
      fc.property(commands, (sent) => {
        const history = live(sent);
        for (const end of ['completed', 'failed'] as const) {
          const at = history.indexOf(end);
          if (at >= 0) expect(history[at - 1]).toBe('started');
        }
      }),
    );
  });

  it('ends at most once, and never leaves its end', () => {
    fc.assert(
      fc.property(commands, (sent) => {
        const history = live(sent);
        const ends = history.filter(isFinal);
        expect(ends.length).toBeLessThanOrEqual(1);
        if (ends.length > 0) expect(isFinal(history.at(-1) as Status)).toBe(true);
      }),
    );
  });

  it('is rescheduled only before it starts, and cancelled only before it ends', () => {
    expect(STATUSES.filter((status) => next(status, 'reschedule'))).toEqual(['planned']);
    expect(STATUSES.filter((status) => next(status, 'cancel'))).toEqual(['planned', 'started']);
  });

  it('offers exactly the commands that lead somewhere', () => {
    for (const status of STATUSES) {
      for (const command of COMMANDS) {
        expect(possible(status).includes(command)).toBe(next(status, command) !== undefined);
      }
    }
  });
});

describe('numbers and times', () => {
  it('numbers sort as they were given, within a year and over years', () => {
    const rank = fc.integer({ min: 1, max: 99_999 });
    const year = fc.integer({ min: 2000, max: 2100 });
    fc.assert(
      fc.property(year, rank, year, rank, (y1, r1, y2, r2) => {
        const earlier = y1 - y2 || r1 - r2;
        const [a, b] = [workOrderNumber(y1, r1), workOrderNumber(y2, r2)];
        expect(Math.sign(earlier)).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
    expect(workOrderNumber(2026, 412)).toBe('2026-00412');
  });

  it('ends as long after its start as was estimated', () => {
    expect(
      scheduledEnd({ scheduledStart: new Date('2026-11-24T08:00:00Z'), estimatedMinutes: 90 }),
    ).toEqual(new Date('2026-11-24T09:30:00Z'));
  });
});
