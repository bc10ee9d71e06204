import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diameter, diameterCap, electLeader, GROUP_LIMIT, refuseJoining } from './group.ts';

const at = (metresNorth: number) => ({ lat: 45 + metresNorth / 111_195, long: 4.8 });
const group = (leaderId: string, ...metres: number[]) => ({
  leaderId,
  places: metres.map(at),
  size: metres.length,
});

describe('a group', () => {
  it('is as wide as its two farthest places', () => {
    expect(diameter([])).toBe(0);
    expect(diameter([at(0), at(12), at(40), at(5)])).toBeCloseTo(40, 0);
  });

  it('may span twice the radius of its service, and some metres where none is proposed', () => {
    expect(diameterCap({ radiusMetres: 30 })).toBe(60);
    expect(diameterCap({ radiusMetres: 0 })).toBe(100);
  });

  it('refuses what would make it too wide or too large, and itself', () => {
    expect(refuseJoining(group('a', 0), group('b', 20, 59), 60)).toBeUndefined();
    expect(refuseJoining(group('a', 0), group('b', 20, 70), 60)).toMatchObject({
      why: 'too-wide',
      cap: 60,
    });
    expect(refuseJoining(group('a', 0), group('a', 0), 60)).toEqual({ why: 'same' });
    const large = { ...group('b', 0), size: GROUP_LIMIT };
    expect(refuseJoining(group('a', 0), large, 60)).toMatchObject({ why: 'too-many' });
  });
});

describe('the leader', () => {
  const one = (id: string, day: number, more = {}) => ({
    id,
    receivedAt: new Date(2026, 10, day),
    closedAt: null,
    underWay: false,
    ...more,
  });

  it('is open, then the one that a crew goes to, then the oldest', () => {
    const [old, young] = [one('b', 1), one('a', 9)];
    expect(electLeader(young, old)).toBe(old);
    expect(electLeader(one('c', 1, { closedAt: new Date() }), young)).toBe(young);
    const awaited = one('d', 9, { underWay: true });
    expect(electLeader(old, awaited)).toBe(awaited);
  });

  it('is the same whichever is asked first', () => {
    const anyone = fc.record({
      id: fc.uuid(),
      receivedAt: fc.date({ noInvalidDate: true }),
      closedAt: fc.option(fc.date({ noInvalidDate: true })),
      underWay: fc.boolean(),
    });
    fc.assert(
      fc.property(anyone, anyone, (a, b) => {
        expect(electLeader(a, b).id).toBe(electLeader(b, a).id);
      }),
    );
  });
});
