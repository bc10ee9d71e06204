import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutPage, decodeCursor, encodeCursor } from './paging.ts';

it('reads back every cursor that it wrote', () => {
  const key = fc.oneof(fc.string(), fc.integer(), fc.constant(null));
  fc.assert(
    fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), (keys) => {
      expect(decodeCursor(encodeCursor(keys), keys.length)).toEqual(keys);
    }),
  );
});

it.each(['bogus', encodeCursor([1, 2]), Buffer.from('[{"a":1}]').toString('base64url')])(
  'refuses the forged cursor %s',
  (cursor) => {
    expect(() => decodeCursor(cursor, 1)).toThrow(/validation/);
  },
);

it('cuts a page and says where the next one begins', () => {
  const page = cutPage(
    ['a', 'b', 'c'],
    2,
    (row) => row.toUpperCase(),
    (row) => [row],
  );
  expect(page.items).toEqual(['A', 'B']);
  expect(decodeCursor(page.nextCursor ?? '', 1)).toEqual(['b']);
  expect(
    cutPage(
      ['a'],
      2,
      (row) => row,
      (row) => [row],
    ).nextCursor,
  ).toBeNull();
});
