import { expect, test } from 'vitest';
import { exceptionsOf, servicesWith } from './publication.ts';

const known = new Set(['tag', 'hole']);
const before = {
  unsorted: { shown: false, daysAfterClosing: null },
  tag: { shown: true, daysAfterClosing: 10 },
};

test('only services of the catalogue are shown as exceptions', () => {
  expect(exceptionsOf(before, known)).toEqual([{ code: 'tag', shown: true, days: 10 }]);
});

test('what was decided of other services stays; what was taken away goes', () => {
  const hidden = { code: 'hole', shown: false, days: 7 };
  expect(servicesWith(before, known, [hidden])).toEqual({
    unsorted: before.unsorted,
    hole: { shown: false, daysAfterClosing: null },
  });
});
