import { expect, test } from 'vitest';
import { allowTiles } from './allow-tiles.ts';

const POLICY = "default-src 'none'; img-src 'self'; connect-src 'self'; font-src 'self'";

test('tiles of another server may be fetched and drawn, and nothing else from there', () => {
  expect(allowTiles(POLICY, 'https://tuiles.example/plan/{z}/{x}/{y}.png')).toBe(
    "default-src 'none'; img-src https://tuiles.example 'self'; " +
      "connect-src https://tuiles.example 'self'; font-src 'self'",
  );
});

test.each([undefined, '', 'http://tuiles.example/{z}', 'javascript:1', '/map/{z}/{x}/{y}'])(
  '%s allows nothing',
  (url) => expect(allowTiles(POLICY, url)).toBe(POLICY),
);
