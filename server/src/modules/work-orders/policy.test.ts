import { describe, expect, it } from 'vitest';
import { type Actor, ANONYMOUS, ROLES, type Role } from '../../platform/acts/index.ts';
import { type Command, STATUSES, type Status } from './model.ts';
import { allowed, mayPlan, mayRead } from './policy.ts';

const somebody = (...grants: [string, Role][]): Actor => ({
  ...ANONYMOUS,
  kind: 'account',
  id: 'someone',
  grants: grants.map(([organizationId, role]) => ({ organizationId, role })),
});

const order = (status: Status) => ({ organizationId: 'ours', crewId: 'crew', status });

describe('who may do what', () => {
  it.each<[Status, Command[], Command[]]>([
    ['planned', ['start'], ['start', 'reschedule', 'cancel']],
    ['started', ['complete', 'fail'], ['complete', 'fail', 'cancel']],
    ['completed', [], []],
    ['failed', [], []],
    ['cancelled', [], []],
  ])('%s: the crew %j, its dispatcher %j', (status, crew, dispatcher) => {
    expect(allowed(somebody(['ours', 'crew']), ['crew'], order(status))).toEqual(crew);
    expect(allowed(somebody(['ours', 'dispatcher']), [], order(status))).toEqual(dispatcher);
    expect(allowed(somebody(['ours', 'director']), [], order(status))).toEqual(dispatcher);
  });

  it('nothing by default: no role elsewhere, no other role here, no other crew', () => {
    const others = ROLES.filter((role) => role !== 'dispatcher' && role !== 'director');
    for (const status of STATUSES) {
      for (const actor of [
        ANONYMOUS,
        ...ROLES.map((role) => somebody(['theirs', role])),
        ...others.map((role) => somebody(['ours', role])),
      ]) {
        expect(allowed(actor, ['other-crew'], order(status))).toEqual([]);
        expect(mayPlan(actor, 'ours')).toBe(false);
      }
    }
  });

  it('a crew sees its own orders only; an office sees all of its own', () => {
    expect(mayRead(somebody(['ours', 'crew']), ['crew'], order('planned'))).toBe(true);
    expect(mayRead(somebody(['ours', 'crew']), ['other-crew'], order('planned'))).toBe(false);
    expect(mayRead(somebody(['ours', 'elected']), [], order('planned'))).toBe(true);
    expect(mayRead(somebody(['theirs', 'dispatcher']), [], order('planned'))).toBe(false);
  });
});
