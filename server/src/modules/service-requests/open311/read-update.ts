import { Open311Refusal } from './errors.ts';
import { type Parameters, readDate, readText } from './read-query.ts';
import { readMediaUrls } from './read-submission.ts';

/** Words that another program adds to a request of ours. */
export interface ReceivedUpdate {
  serviceRequestId: string;
  /** Its number over there: the same is never taken twice. */
  theirId: string | undefined;
  description: string;
  /** What they believe of it, e.g. `FIXED`; never taken for a decision of ours. */
  status: string | undefined;
  mediaUrls: string[];
}

const LENGTHS = { service_request_id: 60, update_id: 100, description: 4_000, status: 40 };

/** Reads the form of an update. @throws Open311Refusal (400) with every fault found */
export function readUpdate(form: Parameters): ReceivedUpdate {
  const faults: string[] = [];
  const text = (name: keyof typeof LENGTHS) => {
    const value = readText(name, form[name]);
    if (value !== undefined && value.length > LENGTHS[name]) {
      faults.push(`${name} : ${LENGTHS[name]} caractères au plus.`);
    }
    return value;
  };
  const serviceRequestId = text('service_request_id');
  if (serviceRequestId === undefined) faults.push('service_request_id manque.');
  const description = text('description') ?? '';
  const status = text('status');
  const theirId = text('update_id');
  const mediaUrls = readMediaUrls(form.media_url, faults);
  readDate('updated_datetime', form.updated_datetime);
  if (description === '' && status === undefined && mediaUrls.length === 0) {
    faults.push('description manque.');
  }
  if (faults.length > 0 || serviceRequestId === undefined) throw new Open311Refusal(400, ...faults);
  return { serviceRequestId, theirId, description, status, mediaUrls };
}
