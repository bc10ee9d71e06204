import { generateLife } from './life/generate-life.ts';
import { generateTown } from './town/generate-town.ts';
import type { Demonstration } from './types.ts';

/**
 * The demonstration territory whole: an invented métropole, its authorities, and two years of what
 * its residents asked for. Pure: the same seed on the same day gives the same answer.
 *
 * @param today the day on which the two years end
 */
export function generateDemonstration({
  seed,
  today,
}: {
  seed: number;
  today: Date;
}): Demonstration {
  const town = generateTown(seed);
  return { ...town, ...generateLife({ seed, today, town }) };
}
