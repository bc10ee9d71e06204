import { expect, it } from 'vitest';
import { newTrackingCode, parseTrackingCode } from './tracking-code.ts';

it('is eight symbols of Crockford’s base 32 in two groups', () => {
  for (let made = 0; made < 1_000; made++) {
    expect(newTrackingCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
  }
});

it('uses all symbols alike, hence 40 bits', () => {
  const counts = new Map<string, number>();
  for (let made = 0; made < 8_000; made++) {
    for (const symbol of newTrackingCode().replace('-', '')) {
      counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
    }
  }
  expect(counts.size).toBe(32);
  for (const count of counts.values()) expect(Math.abs(count - 2_000)).toBeLessThan(300);
});

it('is read however it is typed', () => {
  for (const typed of ['K7QM-2X9D', 'k7qm2x9d', ' k7qm 2x9d ', 'K7QM – 2X9D']) {
    expect(parseTrackingCode(typed)).toBe('K7QM-2X9D');
  }
});

it('takes for what they look like the letters that it does not use', () => {
  expect(parseTrackingCode('OIL0-1234')).toBe('0110-1234');
});

it('is nothing else', () => {
  for (const text of ['', 'K7QM-2X9', 'K7QM-2X9DD', 'UUUU-UUUU', 'nid de poule', 'élagages']) {
    expect(parseTrackingCode(text)).toBeUndefined();
  }
});
