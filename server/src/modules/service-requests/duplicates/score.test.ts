import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetsOf, callerKeys } from './identity.ts';
import { defaultRule, rulesFrom } from './rules.ts';
import { likeness, type Report } from './score.ts';
import { tellLikeness } from './tell-likeness.ts';
import { stemsOf } from './words-in-common.ts';

const NOW = new Date('2026-11-24T09:00:00Z');
const RULE = defaultRule({ code: 'lighting.lamp-out', group: 'Éclairage public' });
const SAID: ReadonlySet<string> = new Set();
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const at = (metresNorth: number) => ({ lat: 45 + metresNorth / 111_195, long: 4.8 });

const report = (more: Partial<Report> = {}): Report => ({
  serviceCode: 'lighting.lamp-out',
  serviceGroup: 'Éclairage public',
  point: at(0),
  receivedAt: NOW,
  closedAt: null,
  stems: stemsOf(''),
  assets: new Set(),
  callers: new Set(),
  ...more,
});
const compare = (other: Partial<Report>, mine: Partial<Report> = {}) =>
  likeness(report(mine), report({ receivedAt: daysAgo(3), ...other }), RULE, SAID);
const score = (other: Partial<Report>, mine: Partial<Report> = {}) =>
  compare(other, mine)?.score ?? 0;

describe('how likely two reports are about one thing', () => {
  it('falls with distance and age, and stops at the radius and the age of the service', () => {
    expect(score({ point: at(5) })).toBeGreaterThan(score({ point: at(40) }));
    expect(score({ receivedAt: daysAgo(1) })).toBeGreaterThan(score({ receivedAt: daysAgo(60) }));
    expect(compare({ point: at(61) })).toBeUndefined();
    expect(compare({ receivedAt: daysAgo(85) })).toBeUndefined();
    expect(compare({ closedAt: daysAgo(20), receivedAt: daysAgo(300) })?.past).toBe(true);
    expect(compare({ closedAt: daysAgo(29) })).toBeUndefined();
  });

  it('is certain for the same mast, and nearly none for another', () => {
    const assets = (written: string) => assetsOf({ 'lamp-number': written });
    const mine = { assets: assets('L-042') };
    expect(score({ assets: assets('l 042'), point: at(30) }, mine)).toBeGreaterThan(0.95);
    expect(score({ assets: assets('L-043'), point: at(5) }, mine)).toBeLessThan(0.2);
  });

  it('rises with the same words, misspelt or not, and falls with others', () => {
    const mine = { stems: stemsOf('Le lampadaire clignote devant la boulangerie') };
    const same = { stems: stemsOf('lampadère qui clignotte, boulangerie Martin'), point: at(25) };
    const other = { stems: stemsOf('Fils arrachés au pied du mât, danger enfants'), point: at(25) };
    expect(score(same, mine)).toBeGreaterThan(score({ point: at(25) }, mine));
    expect(score(other, mine)).toBeLessThan(score({ point: at(25) }, mine));
  });

  it('takes the same person within minutes for one call that two desks wrote down', () => {
    const mine = { callers: callerKeys({ email: null, phone: '06 12 34 56 78' }) };
    const call = {
      callers: callerKeys({ email: null, phone: '+33612345678' }),
      receivedAt: new Date(NOW.getTime() - 4 * 60_000),
      point: at(20),
    };
    const found = compare(call, mine);
    expect(found).toMatchObject({ sameCall: true });
    expect(found?.score).toBeGreaterThan(0.95);
    expect(compare({ ...call, receivedAt: daysAgo(1) }, mine)?.sameCall).toBe(false);
  });

  it('knows kin: confused services before others of the group, and no others', () => {
    const rule = { ...RULE, confusedWith: ['signs.traffic-light'] };
    const kinship = (serviceCode: string, serviceGroup: string) =>
      likeness(report(), report({ serviceCode, serviceGroup }), rule, SAID)?.kinship;
    expect(kinship('signs.traffic-light', 'Mobilier')).toBe('confused');
    expect(kinship('lighting.lamp-on', 'Éclairage public')).toBe('group');
    expect(kinship('roads.pothole', 'Voirie')).toBeUndefined();
  });

  it('is a probability that distance never raises', () => {
    const distance = fc.double({ min: 0, max: 59, noNaN: true });
    fc.assert(
      fc.property(distance, distance, fc.double({ min: 0, max: 80, noNaN: true }), (a, b, days) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)].map((metres) =>
          score({ point: at(metres), receivedAt: daysAgo(days) }),
        ) as [number, number];
        expect(near).toBeGreaterThanOrEqual(far);
        expect(near).toBeLessThanOrEqual(1);
        expect(far).toBeGreaterThan(0);
      }),
    );
  });

  it('says why in French; to everyone without what somebody else wrote', () => {
    const mine = {
      stems: stemsOf('Lampe éteinte devant le 12'),
      assets: assetsOf({ 'lamp-number': 'L42' }),
    };
    const found = compare({ ...mine, point: at(12) }, mine);
    if (!found) expect.fail('They are alike');
    expect(tellLikeness(found, 'operator')).toBe(
      'même équipement (numéro relevé), à 12 m, il y a 3 jours, mots communs : lampe, éteinte, 12',
    );
    expect(tellLikeness(found, 'everyone')).toBe('même prestation, à 12 m, il y a 3 jours');
  });
});

describe('the rules', () => {
  it('are by the kind of thing, and a territory’s own come first', () => {
    const hole = { code: 'roads.pothole', group: 'Voirie' };
    const own = { radiusMetres: 0, openDays: 10, pastDays: 0, confusedWith: [] };
    expect(defaultRule(hole)).toMatchObject({ radiusMetres: 30 });
    expect(RULE.radiusMetres).toBe(60);
    const rules = rulesFrom(
      [hole, { code: 'roads.works', group: 'Voirie' }],
      new Map([['roads.works', own]]),
    );
    expect(rules.of({ code: 'roads.works', group: 'Voirie' })).toBe(own);
    expect(rules.kin(hole)).toEqual([
      'roads.pothole',
      'roads.pavement',
      'roads.manhole',
      'roads.works',
    ]);
  });
});
