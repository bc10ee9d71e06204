import type { Grade } from './model.ts';

/** Priority by severity (rows, 1 to 4) and urgency (columns, 1 to 4). */
export type PriorityGrid = readonly (readonly Grade[])[];

/**
 * The grid of a territory that has not set its own: a danger never waits behind an annoyance,
 * and what must be done today is never last.
 */
export const DEFAULT_GRID: PriorityGrid = [
  [4, 4, 3, 2],
  [4, 3, 3, 2],
  [3, 2, 2, 1],
  [2, 1, 1, 1],
];

/** @returns 1 (first) to 4 (last) */
export function priorityOf(grid: PriorityGrid, severity: Grade, urgency: Grade): Grade {
  return grid[severity - 1]?.[urgency - 1] ?? 4;
}

/** The default grid with a territory's own cells in their place. */
export function gridWith(
  cells: { severity: Grade; urgency: Grade; priority: Grade }[],
): PriorityGrid {
  const grid = DEFAULT_GRID.map((row) => [...row]);
  for (const { severity, urgency, priority } of cells) {
    (grid[severity - 1] as Grade[])[urgency - 1] = priority;
  }
  return grid;
}
