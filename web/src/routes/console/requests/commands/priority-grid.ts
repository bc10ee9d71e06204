import { api } from '#lib/api/client.ts';
import { ask } from '../../api/ask.ts';
import type { Grade, PriorityGrid } from '../../api/views.ts';

let known: Promise<PriorityGrid> | undefined;

/**
 * The territory's grid, read once: a forecast for the eye, the server's own answer is what is kept
 * and shown afterwards.
 */
export function readPriorityGrid(): Promise<PriorityGrid> {
  known ??= ask(() => api.GET('/api/v1/priority-grid')).then(
    ({ grid }) => grid as PriorityGrid,
    (error) => {
      known = undefined;
      throw error;
    },
  );
  return known;
}

/** The priority that the grid foresees, or none while it is not known. */
export const forecastPriority = (
  grid: PriorityGrid | undefined,
  exposure: number,
  severity: Grade,
  urgency: Grade,
): Grade | null => grid?.[exposure]?.[severity - 1]?.[urgency - 1] ?? null;
