import { addDays, type CivilDate } from '../clock/index.ts';

export const CALENDAR = 'text/calendar; charset=utf-8';

/** Days on which something is to happen. */
export interface Calendar {
  language: 'fr' | 'en';
  name: string;
  events: CalendarDay[];
}

/** What is to happen on a day; the hour is nobody's but the crew's. */
export interface CalendarDay {
  /** Globally unique, and the same when the day moves. */
  uid: string;
  day: CivilDate;
  title: string;
  text: string;
  place: string;
  point: { lat: number; long: number } | null;
  page: string;
  changedAt: Date;
}

/**
 * The calendar as iCalendar (RFC 5545), one all-day VEVENT for each day; its name as in RFC 7986 and
 * as older programs read it.
 */
export function writeCalendar({ language, name, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Cantonnier//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines(event: CalendarDay): string[] {
  const { point } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamp(event.changedAt)}`,
    `LAST-MODIFIED:${stamp(event.changedAt)}`,
    // Grows with each change (RFC 5546 §2.1.4), and stays under 2³¹ longer than its seconds would.
    `SEQUENCE:${Math.floor(event.changedAt.getTime() / MINUTE_MS)}`,
    `DTSTART;VALUE=DATE:${compact(event.day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(event.day, 1))}`,
    `SUMMARY:${escapeText(event.title)}`,
    `DESCRIPTION:${escapeText(event.text)}`,
    ...(event.place ? [`LOCATION:${escapeText(event.place)}`] : []),
    ...(point ? [`GEO:${point.lat.toFixed(6)};${point.long.toFixed(6)}`] : []),
    `URL:${event.page}`,
    // Nobody is busy because a crew comes.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const MINUTE_MS = 60_000;

const compact = (day: CivilDate) => day.replaceAll('-', '');

/** `20261124T090000Z`. */
const stamp = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '');

/** RFC 5545 §3.3.11; other control characters may not stand there at all. */
function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/\p{Cc}/gu, '');
}

const LONGEST = 75;

/** A line as several of at most 75 octets, never in the middle of a character (RFC 5545 §3.1). */
function fold(line: string): string {
  let folded = '';
  let size = 0;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (size + octets > LONGEST) {
      folded += '\r\n ';
      size = 1;
    }
    folded += character;
    size += octets;
  }
  return folded;
}
