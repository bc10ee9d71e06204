import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  allowedCommands,
  COMMANDS,
  isClosed,
  type Move,
  next,
  type Progress,
  STATUSES,
  WORK_STEPS,
} from './model.ts';

const received: Progress = {
  status: 'received',
  closedAt: null,
  updatedAt: new Date('2026-11-24T09:00:00Z'),
  version: 1,
};
const anyMove = fc.constantFrom<Move>(...COMMANDS, ...WORK_STEPS);
const anyStatus = fc.constantFrom(...STATUSES);

/** Carries out moves a minute apart, skipping those that have no place. */
function follow(moves: Move[]): Progress[] {
  const seen = [received];
  for (const [minute, move] of moves.entries()) {
    const last = seen.at(-1) as Progress;
    const at = new Date(received.updatedAt.getTime() + (minute + 1) * 60_000);
    const moved = advance(last, move, at);
    if (moved) seen.push(moved);
  }
  return seen;
}

describe('the life of a request', () => {
  it('goes from reception to the end of the work', () => {
    const statuses = follow(['triage', 'plan', 'start', 'finish']).map(({ status }) => status);
    expect(statuses).toEqual(['received', 'triaged', 'planned', 'started', 'done']);
  });

  it('comes back to triage when the work could not be done', () => {
    expect(follow(['triage', 'plan', 'start', 'give-up']).at(-1)?.status).toBe('triaged');
  });

  it('starts over when it is reopened, as a request that is not closed', () => {
    const reopened = follow(['answer', 'reopen']).at(-1);
    expect(reopened).toMatchObject({ status: 'received', closedAt: null });
  });

  it('does not answer, refuse or hand over while a crew is expected', () => {
    for (const status of ['planned', 'started'] as const) {
      expect(allowedCommands(status)).toEqual(['ask', 'comment', 'moderate']);
    }
  });

  it('only reopens or comments what is closed', () => {
    for (const status of STATUSES.filter(isClosed)) {
      expect(allowedCommands(status)).toEqual(['reopen', 'comment', 'moderate']);
    }
  });
});

describe('whatever happens to a request', () => {
  const anyStory = fc.array(anyMove, { maxLength: 40 }).map(follow);

  it('is closed exactly when it has a closing date', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const { status, closedAt } of story) expect(closedAt !== null).toBe(isClosed(status));
      }),
    );
  });

  it('gains one version a move and never goes back in time', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const [index, after] of story.entries()) {
          const before = story[index - 1];
          if (!before) continue;
          expect(after.version).toBe(before.version + 1);
          expect(after.updatedAt.getTime()).toBeGreaterThan(before.updatedAt.getTime());
          if (after.closedAt) expect(after.closedAt <= after.updatedAt).toBe(true);
        }
      }),
    );
  });

  it('keeps the date of its closing while it stays closed', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const [index, after] of story.entries()) {
          const before = story[index - 1];
          if (before?.closedAt && after.closedAt) expect(after.closedAt).toEqual(before.closedAt);
        }
      }),
    );
  });

  it('moves exactly when the command is allowed', () => {
    fc.assert(
      fc.property(anyStatus, fc.constantFrom(...COMMANDS), (status, command) => {
        const moved = advance({ ...received, status }, command, new Date());
        const allowed = [...allowedCommands(status), ...allowedCommands(status, true)];
        expect(moved !== undefined).toBe(allowed.includes(command));
        expect(moved?.status).toBe(next(status, command));
      }),
    );
  });

  it('can always be brought to an end', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const last = story.at(-1) as Progress;
        expect(isClosed(last.status) || next(last.status, 'finish') === 'done').toBe(true);
      }),
    );
  });
});
