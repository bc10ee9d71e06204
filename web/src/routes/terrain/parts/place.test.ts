import { expect, it } from 'vitest';
import { isApple, placeLines, wayTo } from './place.ts';

const place = {
  point: { lat: 43.6, long: 3.88 },
  address: '12 rue d’Ô',
  communeName: 'Ouestville',
};

it('opens the phone’s own map at the place', () => {
  expect(wayTo(place, false)).toBe(
    'geo:43.6,3.88?q=43.6,3.88(12%20rue%20d%E2%80%99%C3%94%2C%20Ouestville)',
  );
  expect(wayTo(place, true)).toBe('https://maps.apple.com/?daddr=43.6,3.88');
});

it('searches for the address when there is no point', () => {
  const nowhere = { ...place, point: null };
  expect(wayTo(nowhere, false)).toBe('geo:0,0?q=12%20rue%20d%E2%80%99%C3%94%2C%20Ouestville');
  expect(wayTo(nowhere, true)).toContain('daddr=12%20rue');
});

it('knows the phones that have Apple’s maps', () => {
  expect(isApple('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)')).toBe(true);
  expect(isApple('Mozilla/5.0 (Linux; Android 14; Pixel 8)')).toBe(false);
});

it('says the commune once', () => {
  const communeName = 'Ouestville';
  expect(placeLines({ address: '12 rue Haute', communeName })).toEqual([
    '12 rue Haute',
    communeName,
  ]);
  expect(placeLines({ address: '12 rue Haute, Ouestville', communeName })).toHaveLength(1);
  expect(placeLines({ address: '', communeName })).toEqual([communeName]);
});
