import { instantOf, isCivilDate, PARIS } from '../../platform/clock/index.ts';
import type { When } from './mapping.ts';

const PARTS: Record<string, string> = {
  yyyy: '(?<yyyy>\\d{4})',
  MM: '(?<MM>\\d{1,2})',
  dd: '(?<dd>\\d{1,2})',
  HH: '(?<HH>\\d{1,2})',
  hh: '(?<hh>\\d{1,2})',
  mm: '(?<mm>\\d{2})',
  ss: '(?<ss>\\d{2})',
  a: '(?<a>[AaPp][Mm])',
};
const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads a date as the mapping says that it is written: `dd/MM/yyyy HH:mm`, or ISO 8601 unless said.
 * Without an offset of its own it is in the mapping's zone, Paris unless said.
 *
 * @returns undefined when it is not one
 */
export function readDate(
  text: string,
  { format, timeZone = PARIS }: Omit<When, 'column'>,
): Date | undefined {
  const written = text.trim();
  return format === undefined ? readIso(written, timeZone) : readAs(written, format, timeZone);
}

function readIso(text: string, zone: string): Date | undefined {
  const match = ISO.exec(text);
  const [, day = '', time = '00:00', seconds = '00', offset] = match ?? [];
  if (!match || !isCivilDate(day)) return undefined;
  if (offset === undefined) return inZone(day, time, seconds, zone);
  const date = new Date(`${day}T${time}:${seconds}${offset}`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function readAs(text: string, format: string, zone: string): Date | undefined {
  const found = patternOf(format).exec(text)?.groups;
  if (!found) return undefined;
  const { yyyy = '', MM = '', dd = '', HH, hh, mm = '00', ss = '00', a } = found;
  const day = `${yyyy}-${MM.padStart(2, '0')}-${dd.padStart(2, '0')}`;
  const hour =
    hh !== undefined ? (Number(hh) % 12) + (/^p/i.test(a ?? '') ? 12 : 0) : Number(HH ?? 0);
  if (!isCivilDate(day)) return undefined;
  return inZone(day, `${String(hour).padStart(2, '0')}:${mm}`, ss, zone);
}

function inZone(day: string, time: string, seconds: string, zone: string): Date | undefined {
  try {
    return new Date(instantOf(day, time, zone).getTime() + Number(seconds) * 1_000);
  } catch {
    return undefined;
  }
}

const patterns = new Map<string, RegExp>();

function patternOf(format: string): RegExp {
  let pattern = patterns.get(format);
  if (!pattern) {
    const escaped = format.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    pattern = new RegExp(
      `^${escaped.replace(/yyyy|MM|dd|HH|hh|mm|ss|\ba\b/g, (part) => PARTS[part] ?? part)}$`,
    );
    patterns.set(format, pattern);
  }
  return pattern;
}
