import { isPoint, type Point, parsePoint } from '../../../platform/geo/index.ts';
import type { Answers } from '../answers.ts';
import type { SubmitServiceRequest } from '../submit-service-request.ts';
import { Open311Refusal } from './errors.ts';
import { type Parameters, readText } from './read-query.ts';

const LENGTHS = {
  service_code: 80,
  description: 4_000,
  address_string: 300,
  address_id: 60,
  email: 254,
  first_name: 100,
  last_name: 100,
  phone: 30,
  // Accepted and forgotten: what identifies a person's telephone is none of the town's business.
  device_id: 200,
  account_id: 200,
};
const MOST_MEDIA = 5;
const MEDIA_LENGTH = 2_000;
const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>"]+$/;

/** A report as its form says it; its place may still be an address of ours, by its identifier. */
export interface ReadSubmission extends SubmitServiceRequest {
  addressId: string | undefined;
}

/**
 * Reads the form of « POST Service Request »: `attribute[code]=v`, and for several choices
 * `attribute[code][]=v` as often as needed.
 *
 * @throws Open311Refusal (400) with every fault found
 */
export function readSubmission(form: Parameters): ReadSubmission {
  const faults: string[] = [];
  const text = (name: keyof typeof LENGTHS): string | undefined => {
    const value = readText(name, form[name]);
    if (value !== undefined && value.length > LENGTHS[name]) {
      faults.push(`${name} : ${LENGTHS[name]} caractères au plus.`);
    }
    return value;
  };
  text('device_id');
  text('account_id');
  const serviceCode = text('service_code');
  if (serviceCode === undefined) faults.push('service_code manque.');
  const description = text('description') ?? '';
  const address = text('address_string') ?? null;
  const addressId = text('address_id');
  const point = readPoint(form, faults);
  if (!point && address === null && addressId === undefined) {
    faults.push('Le lieu manque : lat et long, address_string ou address_id.');
  }
  const email = text('email');
  if (email !== undefined && !EMAIL.test(email)) faults.push('email n’est pas une adresse.');
  const name = [text('first_name'), text('last_name')].filter(Boolean).join(' ');
  const phone = text('phone');
  const mediaUrls = readMediaUrls(form.media_url, faults);
  if (faults.length > 0 || serviceCode === undefined) throw new Open311Refusal(400, ...faults);
  return {
    serviceCode,
    description,
    point,
    address,
    addressId,
    answers: readAttributes(form),
    photoIds: [],
    mediaUrls,
    contact: { name, email, phone },
    channel: 'open311',
    language: 'fr',
    isPublic: true,
  };
}

function readPoint(form: Parameters, faults: string[]): Point | null {
  const [lat, long] = [readText('lat', form.lat), readText('long', form.long)];
  if (lat === undefined && long === undefined) return null;
  const point = parsePoint(lat, long);
  if (point && isPoint(point)) return point;
  faults.push('lat et long sont deux nombres décimaux, en degrés.');
  return null;
}

/** One address, or several as FixMyStreet sends them: the field repeated. */
export function readMediaUrls(value: unknown, faults: string[]): string[] {
  const texts = [value ?? []].flat().map((part) => String(part).trim());
  const urls = [...new Set(texts.filter((part) => part !== ''))];
  if (urls.length > MOST_MEDIA) faults.push(`media_url : ${MOST_MEDIA} adresses au plus.`);
  return urls.flatMap((text) => {
    if (text.length > MEDIA_LENGTH) {
      faults.push(`media_url : ${MEDIA_LENGTH} caractères au plus.`);
      return [];
    }
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url && /^https?:$/.test(url.protocol)) return url.href;
    faults.push('media_url n’est pas une adresse http ou https.');
    return [];
  });
}

const ATTRIBUTE = /^attribute\[([^[\]]{1,80})\](\[\])?$/;

function readAttributes(form: Parameters): Answers {
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
