import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Exposure } from './exposure/facts.ts';
import type { Grade } from './model.ts';
import { DEFAULT_GRID, findUnsoundCell, gridWith, priorityOf } from './priority.ts';

const anyGrade = fc.constantFrom<Grade>(1, 2, 3, 4);
const anyExposure = fc.constantFrom<Exposure>(0, 1, 2, 3);

it('puts a danger today first, and an annoyance that may wait last', () => {
  expect(priorityOf(DEFAULT_GRID, 4, 4, 0)).toBe(1);
  expect(priorityOf(DEFAULT_GRID, 1, 1, 0)).toBe(4);
});

it('brings forward what many people meet, but keeps the first rank for risks', () => {
  expect(priorityOf(DEFAULT_GRID, 3, 2, 3)).toBe(1);
  expect(priorityOf(DEFAULT_GRID, 1, 1, 3)).toBe(2);
  expect(priorityOf(DEFAULT_GRID, 2, 4, 3)).toBe(2);
});

it('never makes wait longer what is graver, more urgent or more exposed', () => {
  expect(findUnsoundCell(DEFAULT_GRID)).toBeUndefined();
  fc.assert(
    fc.property(
      fc.tuple(anyGrade, anyGrade, anyExposure),
      fc.tuple(anyGrade, anyGrade, anyExposure),
      (some, other) => {
        const [least, most] = [Math.min, Math.max].map((pick) =>
          some.map((value, index) => pick(value, other[index] as number)),
        ) as [[Grade, Grade, Exposure], [Grade, Grade, Exposure]];
        expect(priorityOf(DEFAULT_GRID, ...most)).toBeLessThanOrEqual(
          priorityOf(DEFAULT_GRID, ...least),
        );
      },
    ),
  );
});

it('lets a territory set its own cells, and keeps the others', () => {
  const grid = gridWith([{ severity: 1, urgency: 1, exposure: 0, priority: 2 }]);
  expect(priorityOf(grid, 1, 1, 0)).toBe(2);
  expect(priorityOf(grid, 4, 4, 0)).toBe(1);
  expect(priorityOf(DEFAULT_GRID, 1, 1, 0)).toBe(4);
});

it('finds the cell of a grid that runs backwards', () => {
  const backwards = gridWith([{ severity: 4, urgency: 4, exposure: 2, priority: 3 }]);
  expect(findUnsoundCell(backwards)).toEqual({ severity: 4, urgency: 4, exposure: 2 });
});
