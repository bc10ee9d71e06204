import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Point } from '../server/src/platform/geo/index.ts';

/** Real reports of two cities, read beside the project when they are there; never part of it. */
const DATA = path.join(import.meta.dirname, '../../shared/data/requests');
const PARIS = path.join(DATA, 'dansmarue_10000.csv');
const ZURICH = path.join(DATA, 'zueriwieneu_62245.csv');

/** One report of the set, real or injected. */
export interface SetReport {
  /** Of the thing: an injected repeat has that of the report it repeats. */
  thing: number;
  injected: boolean;
  service: string;
  group: string;
  point: Point;
  at: Date;
  text: string;
}

export const isDataHere = (): boolean => existsSync(PARIS) && existsSync(ZURICH);

/** Paris, 10,000 reports of 2023–2024 (a hundredth of all): type, subtype, address, place, day. */
export function parisReports(): SetReport[] {
  const rows: Record<string, string>[] = parse(readFileSync(PARIS), { columns: true });
  return rows.map((row, index) => {
    const place = /'lon': ([-\d.]+), 'lat': ([-\d.]+)/.exec(row.geo_point_2d ?? '');
    return {
      thing: index,
      injected: false,
      service: `${row.type} / ${row.soustype}`,
      group: groupOf(row.type ?? ''),
      point: { long: Number(place?.[1]), lat: Number(place?.[2]) },
      at: atSomeHour(row.datedecl ?? '', index),
      // The only free text of the file: the place as it is written, in a third of the reports.
      text: index % 3 === 0 ? ((row.adresse ?? '').split(',')[0]?.trim() ?? '') : '',
    };
  });
}

/** Zürich, every report of 2024 and 2025: category, place (Swiss grid LV95), day; no text. */
export function zurichReports(): SetReport[] {
  const rows: Record<string, string>[] = parse(readFileSync(ZURICH), { columns: true });
  return rows
    .filter(({ year }) => Number(year) >= 2024)
    .map((row, index) => ({
      thing: index,
      injected: false,
      service: row.service_code ?? '',
      group: groupOf(row.service_code ?? ''),
      point: fromLv95(Number(row.e), Number(row.n)),
      at: atSomeHour(row.date ?? '', index),
      text: '',
    }));
}

/** The groups of our catalogue that these cities' categories belong to: their radius and age. */
function groupOf(category: string): string {
  const known: [RegExp, string][] = [
    [/propret|graffiti|abfall/i, 'Propreté'],
    [/clairage|beleuchtung/i, 'Éclairage public'],
    [/voirie|strasse/i, 'Voirie'],
    [/arbres|gr.nfl/i, 'Espaces verts'],
    [/mobilier|signalisation/i, 'Mobilier et signalisation'],
    [/eau$|brunnen/i, 'Eau et assainissement'],
    [/autos|v.hicule|v.lo/i, 'Stationnement et véhicules'],
  ];
  return known.find(([pattern]) => pattern.test(category))?.[1] ?? category;
}

const DAY_MS = 86_400_000;

/** The files tell the day only; reports come between 7 and 22 h. */
const atSomeHour = (day: string, index: number) =>
  new Date(Date.parse(`${day}T07:00:00Z`) + (hash(index, 1) % 54_000) * 1_000);

/** How repeats are made; the figures are judgements, told in docs/guide/benchmarks.md. */
const REPEATED_SHARE = 0.25;
const SECOND_SHARE = 0.3;
const MEAN_LAG_DAYS = 7;
const LONGEST_LAG_DAYS = 60;
/** Metres on each axis: a phone outdoors; a phone between houses, or a finger on a small map. */
const GPS_SIGMA = 7;
const POOR_SIGMA = 20;
const POOR_SHARE = 0.15;
const OTHER_OF_GROUP = 0.12;
const ANY_OTHER = 0.03;

/** The reports with repeats injected, in the order in which they come. The same for the same seed. */
export function withRepeats(reports: readonly SetReport[], seed: number): SetReport[] {
  const random = generator(seed);
  const services = [...Map.groupBy(reports, ({ service }) => service).values()].map(
    ([one]) => one as SetReport,
  );
  const last = Math.max(...reports.map(({ at }) => at.getTime()));
  const repeats = reports.flatMap((original) => {
    if (random() >= REPEATED_SHARE) return [];
    const count = random() < SECOND_SHARE ? 2 : 1;
    return Array.from({ length: count }, () => repeat(original, services, random));
  });
  return [...reports, ...repeats.filter(({ at }) => at.getTime() <= last)].sort(
    (a, b) => a.at.getTime() - b.at.getTime(),
  );
}

function repeat(
  original: SetReport,
  services: readonly SetReport[],
  random: () => number,
): SetReport {
  const lag = Math.min(LONGEST_LAG_DAYS, -Math.log(1 - random()) * MEAN_LAG_DAYS);
  const sigma = random() < POOR_SHARE ? POOR_SIGMA : GPS_SIGMA;
  const [north, east] = [normal(random) * sigma, normal(random) * sigma];
  const metre = 1 / 111_195;
  return {
    ...original,
    injected: true,
    ...confuse(original, services, random),
    point: {
      lat: original.point.lat + north * metre,
      long: original.point.long + (east * metre) / Math.cos((original.point.lat * Math.PI) / 180),
    },
    at: new Date(original.at.getTime() + lag * DAY_MS),
    text: misspell(original.text, random),
  };
}

function confuse(original: SetReport, services: readonly SetReport[], random: () => number) {
  const chance = random();
  const among =
    chance < ANY_OTHER
      ? services
      : chance < ANY_OTHER + OTHER_OF_GROUP
        ? services.filter(({ group }) => group === original.group)
        : [];
  const other = among[Math.floor(random() * among.length)] ?? original;
  return { service: other.service, group: other.group };
}

/** As somebody else would write it: a word dropped here, a letter wrong there. */
function misspell(text: string, random: () => number): string {
  return text
    .split(' ')
    .filter((_, index) => index === 0 || random() > 0.15)
    .map((word) => {
      if (word.length < 5 || random() > 0.2) return word;
      const at = 1 + Math.floor(random() * (word.length - 2));
      const kind = random();
      if (kind < 0.4) return word.slice(0, at) + word.slice(at + 1);
      if (kind < 0.7) return word.slice(0, at) + word[at] + word.slice(at);
      return word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2);
    })
    .join(' ');
}

/** WGS 84 from the Swiss grid LV95, to a metre (swisstopo, « Approximate formulas », 2016). */
function fromLv95(east: number, north: number): Point {
  const y = (east - 2_600_000) / 1_000_000;
  const x = (north - 1_200_000) / 1_000_000;
  const long =
    2.6779094 + 4.728982 * y + 0.791484 * y * x + 0.1306 * y * x * x - 0.0436 * y * y * y;
  const lat =
    16.9023892 +
    3.238272 * x -
    0.270978 * y * y -
    0.002528 * x * x -
    0.0447 * y * y * x -
    0.014 * x * x * x;
  return { lat: (lat * 100) / 36, long: (long * 100) / 36 };
}

/** Mulberry32 (Tommy Ettinger, public domain): small, and the same everywhere. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Box and Muller (1958). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function hash(index: number, salt: number): number {
  const x = Math.imul(index ^ (salt * 0x9e3779b1), 0x85ebca6b);
  return (x ^ (x >>> 13)) >>> 0;
}
