import type { Exposure } from './exposure/facts.ts';
import type { Grade } from './model.ts';

/** Priority by exposure (0 to 3), severity (rows, 1 to 4) and urgency (columns, 1 to 4). */
export type PriorityGrid = readonly (readonly (readonly Grade[])[])[];

/**
 * What a place where few people go deserves: a danger never waits behind an annoyance, and what
 * must be done today is never last.
 */
const UNEXPOSED: readonly (readonly Grade[])[] = [
  [4, 4, 3, 2],
  [4, 3, 3, 2],
  [3, 2, 2, 1],
  [2, 1, 1, 1],
];

/** Steps forward by exposure; the first rank is for risks and dangers, however many are annoyed. */
const STEPS = [0, 0, 1, 2];
const RISK = 3;

/** The grid of a territory that has not set its own. */
export const DEFAULT_GRID: PriorityGrid = STEPS.map((steps) =>
  UNEXPOSED.map((row, index) =>
    row.map((priority) => {
      const foremost = index + 1 >= RISK ? 1 : Math.min(2, priority);
      return Math.max(foremost, priority - steps) as Grade;
    }),
  ),
);

/**
 * Severity × urgency × exposure, and nothing else: neither the channel, nor the tone, nor who asks
 * has a place here.
 *
 * @returns 1 (first) to 4 (last)
 */
export function priorityOf(
  grid: PriorityGrid,
  severity: Grade,
  urgency: Grade,
  exposure: Exposure,
): Grade {
  return grid[exposure]?.[severity - 1]?.[urgency - 1] ?? 4;
}

export interface GridCell {
  severity: Grade;
  urgency: Grade;
  exposure: Exposure;
  priority: Grade;
}

/** Every cell of the grid. */
export function cellsOf(grid: PriorityGrid): GridCell[] {
  return grid.flatMap((layer, exposure) =>
    layer.flatMap((row, severity) =>
      row.map((priority, urgency) => ({
        severity: (severity + 1) as Grade,
        urgency: (urgency + 1) as Grade,
        exposure: exposure as Exposure,
        priority,
      })),
    ),
  );
}

/** The default grid with a territory's own cells in their place. */
export function gridWith(cells: readonly GridCell[]): PriorityGrid {
  const grid = DEFAULT_GRID.map((layer) => layer.map((row) => [...row]));
  for (const { severity, urgency, exposure, priority } of cells) {
    (grid[exposure]?.[severity - 1] as Grade[])[urgency - 1] = priority;
  }
  return grid;
}

/**
 * Where the grid makes wait longer what is graver, more urgent or more exposed.
 *
 * @returns the first such cell, or `undefined` when the grid is sound
 */
export function findUnsoundCell(grid: PriorityGrid): Omit<GridCell, 'priority'> | undefined {
  const at = (exposure: number, row: number, column: number) =>
    grid[exposure]?.[row]?.[column] ?? 0;
  for (let exposure = 0; exposure <= 3; exposure++) {
    for (let row = 0; row < 4; row++) {
      for (let column = 0; column < 4; column++) {
        const own = at(exposure, row, column);
        const less = [
          [exposure - 1, row, column],
          [exposure, row - 1, column],
          [exposure, row, column - 1],
        ] as const;
        if (less.some(([e, r, c]) => e >= 0 && r >= 0 && c >= 0 && at(e, r, c) < own)) {
          return {
            exposure: exposure as Exposure,
            severity: (row + 1) as Grade,
            urgency: (column + 1) as Grade,
          };
        }
      }
    }
  }
  return undefined;
}
