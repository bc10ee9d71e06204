import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWorkingMinutes,
  OFFICE_HOURS,
  type WorkSchedule,
  workingMinutesBetween,
} from '../../../platform/clock/index.ts';
import type { StoredEvent } from '../../../platform/events/index.ts';
import type { Service } from '../catalogue.ts';
import type { ClockKind } from './clock.ts';
import { type ClockRules, USUAL_RULES, WORKING_DAY } from './promises.ts';
import { tellClocks } from './tell-clocks.ts';

const lamp = { code: 'lamp', group: 'Éclairage', targetDays: 5 } as Service;
const hole = { code: 'hole', group: 'Voirie', targetDays: 2 } as Service;
const services = new Map([lamp, hole].map((service) => [service.code, service]));
const MONDAY = new Date('2026-03-02T09:00:00+01:00');

let serial = 0;
function event(what: string, at: Date, data: object = {}): StoredEvent {
  return {
    territoryId: 't',
    id: String(serial++),
    type: `service-request.${what}`,
    subject: 'r',
    organizationId: null,
    at,
    actor: { kind: 'system', id: null, name: 'essai' },
    reason: null,
    data: { channel: 'web', serviceCode: 'lamp', priority: 3, status: 'received', ...data },
  };
}

const told = (history: StoredEvent[], rules: ClockRules = USUAL_RULES) => {
  const clocks = tellClocks(history, rules, services);
  return (kind: ClockKind) => clocks.find((clock) => clock.kind === kind);
};
const later = (minutes: number, from = MONDAY) => addWorkingMinutes(from, minutes, OFFICE_HOURS);

describe('what is promised', () => {
  test('runs from the reception, in working time', () => {
    const clock = told([event('received', MONDAY)]);
    expect(clock('resolution')?.dueAt).toEqual(later(5 * WORKING_DAY));
    expect(clock('first-reply')?.dueAt).toEqual(later(3 * WORKING_DAY));
    expect(clock('legal-silence')).toBeUndefined();
  });

  test('is tightened by a higher priority, what was spent staying spent', () => {
    const rules: ClockRules = {
      ...USUAL_RULES,
      promises: [
        {
          kind: 'resolution',
          serviceCode: null,
          serviceGroup: null,
          priority: 1,
          workingMinutes: WORKING_DAY,
          validFrom: new Date(0),
          validUntil: null,
        },
      ],
    };
    const triaged = event('triaged', later(120), { priority: 1, status: 'triaged' });
    const clock = told([event('received', MONDAY), triaged], rules);
    expect(clock('resolution')?.dueAt).toEqual(later(WORKING_DAY));
    expect(clock('first-reply')?.metAt).toEqual(triaged.at);
  });

  test('is that of the day when the request came', () => {
    const rule = { kind: 'resolution', serviceCode: 'lamp', serviceGroup: null } as const;
    const rules: ClockRules = {
      ...USUAL_RULES,
      promises: [
        {
          ...rule,
          priority: null,
          workingMinutes: 60,
          validFrom: new Date(0),
          validUntil: later(1),
        },
        { ...rule, priority: null, workingMinutes: 6000, validFrom: later(1), validUntil: null },
      ],
    };
    const clock = told([event('received', MONDAY), event('triaged', later(30))], rules);
    expect(clock('resolution')?.dueAt).toEqual(later(60));
  });

  test('keeps the working hours of the day when it was made, whatever hours come later', () => {
    const history = [
      event('received', MONDAY),
      event('waiting', later(100)),
      event('resident-wrote', later(200)),
    ];
    const mornings: WorkSchedule = { ...OFFICE_HOURS, week: { 1: [['08:00', '09:00']] } };
    const changed: ClockRules = {
      ...USUAL_RULES,
      schedules: [{ schedule: mornings, validFrom: later(1) }],
    };
    expect(tellClocks(history, changed, services)).toEqual(
      tellClocks(history, USUAL_RULES, services),
    );
    const next = [event('received', later(2))];
    const dueAt = tellClocks(next, changed, services)[0]?.dueAt;
    expect(dueAt).not.toEqual(tellClocks(next, USUAL_RULES, services)[0]?.dueAt);
  });

  test('follows the service when it is corrected', () => {
    const corrected = event('corrected', later(60), { serviceCode: 'hole' });
    const clock = told([event('received', MONDAY), corrected]);
    expect(clock('resolution')?.dueAt).toEqual(later(2 * WORKING_DAY));
  });

  test('is kept when the request is closed, and made again when it comes back', () => {
    const done = event('done', later(600), { status: 'done' });
    const reopened = event('reopened', later(3000));
    expect(told([event('received', MONDAY), done])('resolution')?.metAt).toEqual(done.at);
    const again = told([event('received', MONDAY), done, reopened])('resolution');
    expect(again).toMatchObject({ metAt: null, dueAt: later(5 * WORKING_DAY, reopened.at) });
  });

  test('loses nothing to waits, however many', () => {
    const waits = fc.uniqueArray(fc.integer({ min: 1, max: 2_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(waits, (minutes) => {
        const instants = minutes.toSorted((a, b) => a - b).map((one) => later(one));
        const steps = instants.map((at, index) =>
          event(index % 2 === 0 ? 'waiting' : 'resident-wrote', at),
        );
        const clock = told([event('received', MONDAY), ...steps])('resolution');
        const isWaiting = instants.length % 2 === 1;
        expect(clock?.dueAt === null).toBe(isWaiting);
        if (!clock?.dueAt) return;
        let waited = 0;
        for (let index = 0; index < instants.length; index += 2) {
          const [from, to] = [instants[index], instants[index + 1]] as [Date, Date];
          waited += workingMinutesBetween(from, to, OFFICE_HOURS);
        }
        expect(workingMinutesBetween(MONDAY, clock.dueAt, OFFICE_HOURS) - waited).toBeCloseTo(
          5 * WORKING_DAY,
        );
      }),
    );
  });

  test('waits with the request that it joined', () => {
    const merged = event('merged', later(100));
    const unmerged = event('unmerged', later(1000));
    expect(told([event('received', MONDAY), merged])('resolution')?.dueAt).toBeNull();
    expect(told([event('received', MONDAY), merged, unmerged])('resolution')?.dueAt).toEqual(
      later(5 * WORKING_DAY + 900),
    );
  });
});

describe('what the law counts', () => {
  const under = (silence: 'acceptance' | 'rejection'): ClockRules => ({
    ...USUAL_RULES,
    procedures: [
      {
        serviceCode: 'lamp',
        silence,
        months: 2,
        source: 'CRPA',
        validFrom: new Date(0),
        validUntil: null,
      },
    ],
  });
  const midnight = (date: string) => new Date(`${date}T00:00:00+02:00`);

  test('decides after two months of silence, the last day included', () => {
    const clock = told([event('received', MONDAY)], under('rejection'));
    expect(clock('legal-silence')?.dueAt).toEqual(midnight('2026-05-03'));
  });

  test('a month without that day ends on its last', () => {
    const received = event('received', new Date('2025-12-31T10:00:00+01:00'));
    const clock = told([received], under('rejection'));
    expect(clock('legal-silence')?.dueAt).toEqual(new Date('2026-03-01T00:00:00+01:00'));
  });

  test('is suspended by a wait where silence rejects, begun anew where it accepts', () => {
    const history = [
      event('received', MONDAY),
      event('waiting', new Date('2026-03-10T09:00:00+01:00')),
      event('resident-wrote', new Date('2026-03-20T09:00:00+01:00')),
    ];
    expect(told(history, under('rejection'))('legal-silence')?.dueAt).toEqual(
      midnight('2026-05-13'),
    );
    expect(told(history, under('acceptance'))('legal-silence')?.dueAt).toEqual(
      midnight('2026-05-21'),
    );
  });

  test('acceptance is counted from the competent authority, rejection from the first', () => {
    const history = [
      event('received', MONDAY),
      event('transferred', new Date('2026-03-10T09:00:00+01:00')),
    ];
    expect(told(history, under('acceptance'))('legal-silence')?.dueAt).toEqual(
      midnight('2026-05-11'),
    );
    expect(told(history, under('rejection'))('legal-silence')?.dueAt).toEqual(
      midnight('2026-05-03'),
    );
  });

  test('wants receipt acknowledged within ten working days; a page does it at once', () => {
    const byMail = told([event('received', MONDAY, { channel: 'mail' })], under('rejection'));
    expect(byMail('legal-receipt')).toMatchObject({
      dueAt: new Date('2026-03-17T00:00:00+01:00'),
      metAt: null,
    });
    const byPage = told([event('received', MONDAY)], under('rejection'));
    expect(byPage('legal-receipt')?.metAt).toEqual(MONDAY);
  });
});

test('tells the same whatever was told before of other things', () => {
  const noise = [event('started', later(50), { status: 'started' }), event('rated', later(60))];
  const history = [event('received', MONDAY)];
  expect(tellClocks([...history, ...noise], USUAL_RULES, services)).toEqual(
    tellClocks(history, USUAL_RULES, services),
  );
});
