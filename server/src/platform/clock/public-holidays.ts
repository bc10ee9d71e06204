import { addDays, type CivilDate } from './calendar.ts';

/** Where French law adds holidays to the eleven common ones. */
export type HolidayRegion =
  | 'common'
  | 'alsace-moselle'
  | 'guadeloupe'
  | 'guyane'
  | 'martinique'
  | 'mayotte'
  | 'reunion';

export interface PublicHoliday {
  readonly date: CivilDate;
  readonly name: { readonly fr: string; readonly en: string };
}

/**
 * The legal holidays of a year, by date.
 *
 * Sources: Code du travail L3133-1 (the eleven), L3134-13 (Haut-Rhin, Bas-Rhin, Moselle),
 * L3422-2 (commemorations of the abolition of slavery). In Alsace-Moselle, Good Friday is a holiday
 * only in communes that have a Protestant temple or a church shared by both confessions:
 * a commune without one uses `common` and adds 26 December itself.
 */
export function publicHolidays(year: number, region: HolidayRegion = 'common'): PublicHoliday[] {
  const easter = easterSunday(year);
  const days: [CivilDate, fr: string, en: string][] = [
    [`${year}-01-01`, 'Jour de l’An', 'New Year’s Day'],
    [addDays(easter, 1), 'Lundi de Pâques', 'Easter Monday'],
    [`${year}-05-01`, 'Fête du Travail', 'Labour Day'],
    [`${year}-05-08`, 'Victoire 1945', 'Victory in Europe Day'],
    [addDays(easter, 39), 'Ascension', 'Ascension Day'],
    [addDays(easter, 50), 'Lundi de Pentecôte', 'Whit Monday'],
    [`${year}-07-14`, 'Fête nationale', 'Bastille Day'],
    [`${year}-08-15`, 'Assomption', 'Assumption Day'],
    [`${year}-11-01`, 'Toussaint', 'All Saints’ Day'],
    [`${year}-11-11`, 'Armistice 1918', 'Armistice Day'],
    [`${year}-12-25`, 'Noël', 'Christmas Day'],
  ];
  if (region === 'alsace-moselle') {
    days.push([addDays(easter, -2), 'Vendredi saint', 'Good Friday']);
    days.push([`${year}-12-26`, 'Saint-Étienne', 'St Stephen’s Day']);
  } else if (region !== 'common') {
    days.push([`${year}-${ABOLITION[region]}`, 'Abolition de l’esclavage', 'Abolition of slavery']);
  }
  return days
    .map(([date, fr, en]) => ({ date, name: { fr, en } }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The legal holiday that a date is, if it is one. */
export function publicHolidayOn(
  date: CivilDate,
  region: HolidayRegion = 'common',
): PublicHoliday | undefined {
  const key = `${region} ${date.slice(0, 4)}`;
  let holidays = byYear.get(key);
  if (!holidays) {
    holidays = new Map(
      publicHolidays(Number(date.slice(0, 4)), region).map((holiday) => [holiday.date, holiday]),
    );
    byYear.set(key, holidays);
  }
  return holidays.get(date);
}

const byYear = new Map<string, Map<CivilDate, PublicHoliday>>();

/**
 * Easter Sunday of a Gregorian year, from 1583 to 9999.
 *
 * Source: the anonymous algorithm of Nature (1876), in J. Meeus, "Astronomical Algorithms", ch. 8.
 */
export function easterSunday(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return addDays(`${year}-03-22`, epact + toSunday - 7 * correction);
}

const ABOLITION = {
  guadeloupe: '05-27',
  guyane: '06-10',
  martinique: '05-22',
  mayotte: '04-27',
  reunion: '12-20',
} as const satisfies Record<Exclude<HolidayRegion, 'common' | 'alsace-moselle'>, string>;
