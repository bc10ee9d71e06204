import { describe, expect, it } from 'vitest';
import { type CalendarDay, writeCalendar } from './calendar.ts';

const visit: CalendarDay = {
  uid: '0192f0c1-0000-7000-8000-000000000000',
  day: '2026-12-31',
  title: 'Intervention prévue : éclairage, trottoir; « œuvre » \\ fin',
  text: `Première ligne\r\nDeuxième 🚧 ligne\u0007 ${'très longue, évidemment '.repeat(20)}`,
  place: '12 rue de l’Église',
  point: { lat: 43.65, long: 3.85 },
  page: 'https://ville.example/carte/1',
  changedAt: new Date('2026-11-24T09:00:00.123Z'),
};

/** As RFC 5545 §3.1 reads lines: unfolded first, then name and value. */
function read(text: string) {
  const unfolded = text.replaceAll('\r\n ', '');
  return unfolded.split('\r\n').map((line) => {
    const [, name = '', value = ''] = /^([^:]*):?(.*)$/s.exec(line) ?? [];
    return { name, value };
  });
}

describe('a calendar (RFC 5545)', () => {
  const text = writeCalendar({ language: 'fr', name: 'Ouestville', events: [visit] });
  const lines = read(text);
  const told = (name: string) => lines.find((line) => line.name === name)?.value;

  it('has lines of at most 75 octets, ended by CRLF, that cut no character in two', () => {
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    }
    expect(text).not.toContain('\ufffd');
    expect(told('DESCRIPTION')).toContain('🚧');
  });

  it('gives each event what the standard requires, and a whole day', () => {
    expect(lines.map(({ name }) => name).slice(0, 3)).toEqual(['BEGIN', 'VERSION', 'PRODID']);
    expect(told('UID')).toBe(visit.uid);
    expect(told('DTSTAMP')).toBe('20261124T090000Z');
    expect(told('DTSTART;VALUE=DATE')).toBe('20261231');
    expect(told('DTEND;VALUE=DATE')).toBe('20270101');
    expect(told('GEO')).toBe('43.650000;3.850000');
  });

  it('escapes what has a meaning, and gives back the very words', () => {
    expect(told('SUMMARY')).toBe(
      'Intervention prévue : éclairage\\, trottoir\\; « œuvre » \\\\ fin',
    );
    const words = told('DESCRIPTION')?.replace(/\\([\\;,n])/g, (_, one) =>
      one === 'n' ? '\n' : one,
    );
    expect(words).toBe(visit.text.replace('\r\n', '\n').replace('\u0007', ''));
  });

  it('counts changes upwards when a day moves', () => {
    const sequenceOf = (event: CalendarDay) =>
      Number(
        read(writeCalendar({ language: 'fr', name: '', events: [event] })).find(
          ({ name }) => name === 'SEQUENCE',
        )?.value,
      );
    const moved = { ...visit, changedAt: new Date('2026-11-24T09:05:00Z') };
    expect(sequenceOf(moved)).toBeGreaterThan(sequenceOf(visit));
    expect(sequenceOf(moved)).toBeLessThan(2 ** 31);
  });
});
