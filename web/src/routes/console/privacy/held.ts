import type { HeldItem } from '../api/views.ts';
import type { Person } from './about.ts';

/** One fact that is held, ready to be read: « Reçue le », « 24 novembre 2026 à 14:05 ». */
export interface Line {
  label: string;
  text: string;
}

/** The reader's words for fields, for the few values that are codes, and for moments. */
export interface Reading {
  fields: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
  tellAt: (at: string) => string;
}

/** Shown otherwise, or of no meaning to the person. */
const NOT_READ = new Set(['id', 'requestId', 'organizationId', 'point', 'photos']);
const CODES = new Set([
  'channel',
  'status',
  'preference',
  'source',
  'kind',
  'frequency',
  'language',
  'type',
  'role',
]);
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Pure. What a person reads of one thing that is held; what is empty says nothing. */
export function linesOf(item: HeldItem, reading: Reading): Line[] {
  return Object.entries(item).flatMap(([key, value]) => {
    if (NOT_READ.has(key) || isEmpty(value)) return [];
    if (key === 'contact') return linesOf(value as HeldItem, reading);
    return { label: reading.fields[key] ?? key, text: textOf(key, value, reading) };
  });
}

function textOf(key: string, value: unknown, reading: Reading): string {
  if (Array.isArray(value)) return value.map((one) => textOf(key, one, reading)).join('\n');
  if (typeof value === 'object' && value !== null) {
    return linesOf(value as HeldItem, reading)
      .map(({ label, text }) => `${label} : ${text}`)
      .join(', ');
  }
  const text = String(value);
  if (MOMENT.test(text) && /(^at|At)$/.test(key)) return reading.tellAt(text);
  return CODES.has(key) ? (reading.values[text] ?? text) : text;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** By what one thing is told from another: a code, a subject, a place. */
export const headlineOf = (item: HeldItem): string =>
  [item.code, item.service ?? item.subject ?? item.title ?? item.area ?? item.name]
    .filter((part) => typeof part === 'string' && part !== '')
    .join(', ');

/** Pure. Whether it was given with another address or number than this person's: a shared one led here. */
export function mayBeAnothers(
  { emails, phones }: Pick<Person, 'emails' | 'phones'>,
  { contact }: HeldItem,
): boolean {
  if (typeof contact !== 'object' || contact === null) return false;
  const given = contact as { email?: string | null; phone?: string | null };
  const differs = (mine: readonly string[], theirs: string | null | undefined) =>
    Boolean(mine.length > 0 && theirs && !mine.includes(theirs.toLowerCase()));
  return differs(emails, given.email) || differs(phones, given.phone);
}
