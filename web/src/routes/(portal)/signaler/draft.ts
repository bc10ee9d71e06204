import type { LatLong } from '#lib/map/types.ts';

/**
 * A report being written. It lives in the address of each step, so that « back », « refresh » and a
 * lost network lose no word, and nothing is kept anywhere before it is sent. Photos and contact are
 * asked last and never are in an address.
 */
export interface Draft {
  words: string;
  service: string;
  /** By question code; several for a multiple choice. */
  answers: Record<string, string[]>;
  point: LatLong | null;
  /** The place in words: the address found, or what the resident typed. */
  address: string;
}

const MAX_WORDS = 1_000;
const MAX_ADDRESS = 300;
const ANSWER = 'r.';

/** Reads a draft from an address; whatever is not understood counts as not said. */
export function readDraft(parameters: URLSearchParams): Draft {
  const answers: Draft['answers'] = {};
  for (const name of new Set(parameters.keys())) {
    if (!name.startsWith(ANSWER)) continue;
    const values = parameters.getAll(name).filter((value) => value.trim() !== '');
    if (values.length > 0) answers[name.slice(ANSWER.length)] = values;
  }
  return {
    words: (parameters.get('mots') ?? '').trim().slice(0, MAX_WORDS),
    service: (parameters.get('prestation') ?? '').slice(0, 80),
    answers,
    point: readPoint(parameters.get('point')),
    address: (parameters.get('adresse') ?? '').trim().slice(0, MAX_ADDRESS),
  };
}

/** The draft as pairs of names and values: hidden fields, or the query of a link. */
export function entriesOf(draft: Draft): [name: string, value: string][] {
  const entries: [string, string][] = [
    ['mots', draft.words],
    ['prestation', draft.service],
    ...Object.entries(draft.answers).flatMap(([code, values]) =>
      values.map((value): [string, string] => [ANSWER + code, value]),
    ),
    ['point', draft.point ? writePoint(draft.point) : ''],
    ['adresse', draft.address],
  ];
  return entries.filter(([, value]) => value !== '');
}

/** The address of a step, with the draft as it stands and with these changes. */
export function stepUrl(path: string, draft: Draft, changes: Partial<Draft> = {}): string {
  const query = new URLSearchParams(entriesOf({ ...draft, ...changes })).toString();
  return query ? `${path}?${query}` : path;
}

export const answerName = (code: string) => ANSWER + code;

/** « 43.61234,3.87654 »: five decimals are one metre. */
export const writePoint = ({ lat, long }: LatLong) => `${lat.toFixed(5)},${long.toFixed(5)}`;

export function readPoint(text: string | null): LatLong | null {
  const [, lat, long] =
    /^(-?\d{1,2}(?:\.\d{1,20})?),(-?\d{1,3}(?:\.\d{1,20})?)$/.exec(text ?? '') ?? [];
  if (lat === undefined || long === undefined) return null;
  const point = { lat: Number(lat), long: Number(long) };
  return Math.abs(point.lat) <= 85 && Math.abs(point.long) <= 180 ? point : null;
}
