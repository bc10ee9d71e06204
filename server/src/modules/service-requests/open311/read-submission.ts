import { isPoint, type Point, parsePoint } from '../../../platform/geo/index.ts';
import type { Answers } from '../answers.ts';
import type { SubmitServiceRequest } from '../submit-service-request.ts';
import { Open311Refusal } from './errors.ts';
import { readText } from './read-query.ts';

type Form = Record<string, unknown>;

const DESCRIPTION_LENGTH = 4_000;
const LENGTHS = {
  address_string: 300,
  email: 254,
  first_name: 100,
  last_name: 100,
  phone: 30,
  media_url: 2_000,
};
const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/;

/**
 * Reads the form of « POST Service Request »: `attribute[code]=v`, and for several choices
 * `attribute[code][]=v` as often as needed.
 *
 * @throws Open311Refusal (400) with every fault found
 */
export function readSubmission(form: Form): SubmitServiceRequest {
  const faults: string[] = [];
  const text = (name: string, length: number): string | undefined => {
    const value = readText(name, form[name]);
    if (value !== undefined && value.length > length) {
      faults.push(`${name} : ${length} caractères au plus.`);
    }
    return value;
  };
  const serviceCode = text('service_code', 80);
  if (serviceCode === undefined) faults.push('service_code manque.');
  const description = text('description', DESCRIPTION_LENGTH) ?? '';
  const address = text('address_string', LENGTHS.address_string) ?? null;
  const point = readPoint(form, faults);
  if (!point && address === null) {
    faults.push('Le lieu manque : lat et long, ou address_string.');
  }
  const email = text('email', LENGTHS.email);
  if (email !== undefined && !EMAIL.test(email)) faults.push('email n’est pas une adresse.');
  const name = [text('first_name', LENGTHS.first_name), text('last_name', LENGTHS.last_name)]
    .filter(Boolean)
    .join(' ');
  const phone = text('phone', LENGTHS.phone);
  const mediaUrl = readMediaUrl(text('media_url', LENGTHS.media_url), faults);
  if (faults.length > 0 || serviceCode === undefined) throw new Open311Refusal(400, ...faults);
  return {
    serviceCode,
    // What another server shows is not fetched: an address given to us is no reason to call it.
    description: mediaUrl ? `${description}\n\n${mediaUrl}`.trim() : description,
    point,
    address,
    answers: readAttributes(form),
    photoIds: [],
    contact: { name, email, phone },
    channel: 'open311',
    language: 'fr',
    isPublic: true,
  };
}

function readPoint(form: Form, faults: string[]): Point | null {
  const [lat, long] = [readText('lat', form.lat), readText('long', form.long)];
  if (lat === undefined && long === undefined) return null;
  const point = parsePoint(lat, long);
  if (point && isPoint(point)) return point;
  faults.push('lat et long sont deux nombres décimaux, en degrés.');
  return null;
}

function readMediaUrl(text: string | undefined, faults: string[]): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.protocol === 'https:' || url.protocol === 'http:')) return url.href;
  faults.push('media_url n’est pas une adresse http ou https.');
  return undefined;
}

const ATTRIBUTE = /^attribute\[([^[\]]{1,80})\](\[\])?$/;

function readAttributes(form: Form): Answers {
  const answers: Answers = {};
  for (const [name, value] of Object.entries(form)) {
    if (!name.startsWith('attribute')) continue;
    const match = ATTRIBUTE.exec(name);
    const code = match?.[1];
    if (code === undefined) throw new Open311Refusal(400, `${name} : attendu attribute[code].`);
    const values = [value].flat().map(String);
    const isMultiple = match?.[2] !== undefined || values.length > 1;
    Object.defineProperty(answers, code, {
      value: isMultiple ? values : (values[0] ?? ''),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return answers;
}
