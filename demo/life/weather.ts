import type { Random } from '../core/random.ts';
import type { Storm } from '../types.ts';
import { type Calendar, type Day, HOUR } from './calendar.ts';

/** What the sky did: it sends more requests than anything else. */
export interface Weather {
  storms: Storm[];
  stormy(day: Day): boolean;
  /** It froze on the day, or in the two weeks before: roads break when it thaws. */
  afterFrost(day: Day): boolean;
}

/** Names that no weather service has given. */
const NAMES = ['Ysoline', 'Balthazar', 'Corentine'] as const;
/** A winter gale, a summer thunderstorm, an autumn gale. */
const STORM_SEASONS: [months: number[], half: 'first' | 'second'][] = [
  [[1, 2], 'first'],
  [[7, 8], 'second'],
  [[10, 11], 'second'],
];
const AFTER_FROST_DAYS = 14;

export function drawWeather(random: Random, calendar: Calendar): Weather {
  // The last days are kept calm: a storm of yesterday would hide the ordinary day.
  const { past } = calendar;
  const days = past.slice(0, -6);
  const middle = Math.floor(days.length / 2);
  const stormStarts = STORM_SEASONS.map(([months, half]) => {
    const part = half === 'first' ? days.slice(0, middle) : days.slice(middle);
    return random.pick(part.filter(({ month }) => months.includes(month)));
  }).toSorted((a, b) => a.start - b.start);
  const storms = stormStarts.map((day, index) => ({
    name: `Tempête ${NAMES[index]}`,
    from: new Date(day.start + random.integer(2, 20) * HOUR).toISOString(),
    until: new Date(day.start + random.integer(38, 52) * HOUR).toISOString(),
  }));
  const stormDays = new Set(stormStarts.flatMap((day) => following(past, day, 3)));
  const frostDays = new Set(
    [...Map.groupBy(past.filter(isDeepWinter), ({ date }) => date.slice(0, 7)).values()]
      .filter(() => random.chance(0.75))
      .flatMap((month) =>
        following(past, random.pick(month), random.integer(4, 8) + AFTER_FROST_DAYS),
      ),
  );
  return {
    storms,
    stormy: ({ date }) => stormDays.has(date),
    afterFrost: ({ date }) => frostDays.has(date),
  };
}

const isDeepWinter = ({ month }: Day) => month === 12 || month <= 2;

function following(days: readonly Day[], first: Day, count: number): string[] {
  const start = days.indexOf(first);
  return days.slice(start, start + count).map(({ date }) => date);
}
