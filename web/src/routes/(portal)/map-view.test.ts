import { expect, test } from 'vitest';
import { boundsOf, clampZoom, fitView, type MapView, move, pointAt } from './map-view.ts';

const view: MapView = { center: { lat: 43.61, long: 3.87 }, zoom: 15, width: 320, height: 320 };

test('the middle of the picture is its centre', () => {
  const { lat, long } = pointAt(view, { x: 160, y: 160 });
  expect(lat).toBeCloseTo(43.61, 9);
  expect(long).toBeCloseTo(3.87, 9);
});

test('one pixel at zoom 15 is 156543 m / 2^15 × cos(latitude)', () => {
  const a = pointAt(view, { x: 0, y: 0 });
  const b = pointAt(view, { x: 100, y: 0 });
  const metres = (b.long - a.long) * 111_319.49 * Math.cos((43.61 * Math.PI) / 180);
  expect(metres).toBeCloseTo((100 * 156_543.034 * Math.cos((43.61 * Math.PI) / 180)) / 2 ** 15, 0);
});

test('north is up and east is right', () => {
  const [west, south, east, north] = boundsOf(view);
  expect(west).toBeLessThan(east);
  expect(south).toBeLessThan(north);
  expect(pointAt(move(view, 'nord'), { x: 160, y: 160 }).lat).toBeGreaterThan(43.61);
  expect(pointAt(move(view, 'ouest'), { x: 160, y: 160 }).long).toBeLessThan(3.87);
});

test('a fitted view shows the whole box, and hardly more', () => {
  const box = [3.8, 43.55, 3.95, 43.66] as const;
  const fitted = fitView([...box], 320, 320);
  const shown = boundsOf(fitted);
  expect(shown[0]).toBeLessThanOrEqual(box[0] + 1e-9);
  expect(shown[3]).toBeGreaterThanOrEqual(box[3] - 1e-9);
  const nearer = boundsOf({ ...fitted, zoom: fitted.zoom + 0.1 });
  expect(nearer[0] <= box[0] && nearer[3] >= box[3]).toBe(false);
});

test('zoom stays where our pictures mean something', () => {
  expect(clampZoom(30)).toBe(18);
  expect(clampZoom(1)).toBe(9);
});
