import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOutdated, isSendable, nextAttempt } from './model.ts';

const start = new Date('2026-11-24T10:00:00Z');

describe('attempts', () => {
  it('wait longer each time, and stop after two days', () => {
    let at: Date | undefined = start;
    let attempts = 0;
    let pause = 0;
    while (at) {
      attempts++;
      const next = nextAttempt(attempts, at);
      if (next) {
        expect(next.getTime() - at.getTime()).toBeGreaterThan(pause);
        pause = next.getTime() - at.getTime();
      } else {
        const hours = (at.getTime() - start.getTime()) / 3_600_000;
        expect(hours).toBeGreaterThan(40);
        expect(hours).toBeLessThan(60);
      }
      at = next;
    }
    expect(attempts).toBe(11);
  });

  it('are not made for a message that is no longer true', () => {
    const later = (days: number) => new Date(start.getTime() + days * 86_400_000);
    expect(isOutdated({ createdAt: start }, later(15))).toBe(false);
    expect(isOutdated({ createdAt: start }, later(15.1))).toBe(true);
  });
});

describe('addresses', () => {
  it('are taken as residents have them', () => {
    for (const address of ['a@b.fr', 'jean.dupont+mairie@exemple.gouv.fr', 'élodie@ville.fr']) {
      expect(isSendable(address)).toBe(true);
    }
  });

  it('never hold what could begin another header or another recipient', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('\r', '\n', ',', ';', '<', '>', ' ', '"'),
        (a, b) => {
          expect(isSendable(`${a}${b}x@ville.fr`)).toBe(false);
          expect(isSendable(`x@ville.fr${b}${a}`)).toBe(false);
        },
      ),
    );
    expect(isSendable('a@b@c.fr')).toBe(false);
    expect(isSendable('ville.fr')).toBe(false);
    expect(isSendable(`${'a'.repeat(65)}@ville.fr`)).toBe(false);
  });
});
