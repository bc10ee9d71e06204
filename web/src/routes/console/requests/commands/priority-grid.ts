import type { Grade } from '../../api/views.ts';

/**
 * The priority that the server gives to each severity (rows) and urgency (columns) by default. A
 * forecast for the eye: the server's own answer is what is kept and shown afterwards.
 */
const GRID: readonly (readonly Grade[])[] = [
  [4, 4, 3, 2],
  [4, 3, 3, 2],
  [3, 2, 2, 1],
  [2, 1, 1, 1],
];

export const forecastPriority = (severity: Grade, urgency: Grade): Grade =>
  GRID[severity - 1]?.[urgency - 1] ?? 4;
