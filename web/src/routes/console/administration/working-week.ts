/** Openings of a day, `HH:MM` each. */
type Openings = [string, string][];

/** « 08:00-12:00, 13:30-17:30 »; nothing for a closed day. */
export function writeDay(openings: readonly (readonly string[])[]): string {
  return openings.map(([from, to]) => `${from}-${to}`).join(', ');
}

/** As people type it: 8h, 8:00, 08h30, a hyphen or a dash, commas or « et » between. */
const SPAN = /^(\d{1,2})\s*[h:]?\s*(\d{2})?\s*[-–—à]\s*(\d{1,2})\s*[h:]?\s*(\d{2})?$/i;

/** @returns `undefined` when a day cannot be read */
export function readWeek(days: readonly string[]): Record<string, Openings> | undefined {
  const week: Record<string, Openings> = {};
  for (const [index, text] of days.entries()) {
    const openings = readDay(text);
    if (!openings) return undefined;
    if (openings.length > 0) week[index + 1] = openings;
  }
  return week;
}

function readDay(text: string): Openings | undefined {
  const spans = text
    .split(/,|;|\bet\b/)
    .map((span) => span.trim())
    .filter(Boolean);
  const openings = spans.map((span): [string, string] | undefined => {
    const [, fromHour, fromMinute, toHour, toMinute] = SPAN.exec(span) ?? [];
    if (!fromHour || !toHour) return undefined;
    return [clock(fromHour, fromMinute), clock(toHour, toMinute)];
  });
  return openings.every((span) => span !== undefined) ? openings : undefined;
}

const clock = (hour: string, minute = '00') => `${hour.padStart(2, '0')}:${minute}`;
