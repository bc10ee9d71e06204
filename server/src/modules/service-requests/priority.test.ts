import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Grade } from './model.ts';
import { DEFAULT_GRID, gridWith, priorityOf } from './priority.ts';

const anyGrade = fc.constantFrom<Grade>(1, 2, 3, 4);

it('puts a danger today first, and an annoyance that may wait last', () => {
  expect(priorityOf(DEFAULT_GRID, 4, 4)).toBe(1);
  expect(priorityOf(DEFAULT_GRID, 1, 1)).toBe(4);
});

it('never makes wait longer what is graver or more urgent', () => {
  fc.assert(
    fc.property(anyGrade, anyGrade, anyGrade, (severity, urgency, more) => {
      const priority = priorityOf(DEFAULT_GRID, severity, urgency);
      if (more >= severity) {
        expect(priorityOf(DEFAULT_GRID, more, urgency)).toBeLessThanOrEqual(priority);
      }
      if (more >= urgency) {
        expect(priorityOf(DEFAULT_GRID, severity, more)).toBeLessThanOrEqual(priority);
      }
    }),
  );
});

it('lets a territory set its own cells, and keeps the others', () => {
  const grid = gridWith([{ severity: 1, urgency: 1, priority: 2 }]);
  expect(priorityOf(grid, 1, 1)).toBe(2);
  expect(priorityOf(grid, 4, 4)).toBe(1);
  expect(priorityOf(DEFAULT_GRID, 1, 1)).toBe(4);
});
