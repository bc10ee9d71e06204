import type { Question, Service } from '../catalogue.ts';
import { STATUS_LABELS } from '../labels.ts';
import { isClosed } from '../model.ts';
import type { ServiceRequest } from '../service-request.ts';
import { type OrganizationNames, organizationOf } from '../summary.ts';
import type { Content } from './serialize.ts';

/** A service in the list (GeoReport v2, « GET Service List »). */
export function serviceView(service: Service): Content {
  return {
    service_code: service.code,
    service_name: service.name,
    // Clients have no other place for whom to call when a life may be at stake.
    description: [service.emergencyNotice, service.description].filter(Boolean).join(' '),
    metadata: service.questions.length > 0,
    type: 'realtime',
    keywords: service.keywords.join(','),
    group: service.group,
  };
}

/** What a service asks (« GET Service Definition »). */
export function definitionView({ code, questions }: Service): Content {
  return {
    service_code: code,
    attributes: [...questions].sort((a, b) => a.order - b.order).map(attributeView),
  };
}

function attributeView(question: Question): Content {
  return {
    variable: question.variable,
    code: question.code,
    datatype: question.datatype,
    required: question.required,
    datatype_description: question.datatypeDescription,
    order: question.order,
    description: question.description,
    values: question.values.map(({ key, name }) => ({ key, name })),
  };
}

/** What a page of requests needs beside the requests. */
export interface Surroundings {
  names: OrganizationNames;
  /** What this caller may read of each request; absent: nothing. */
  words: ReadonlyMap<string, Words>;
}

/** What may be read of one request: whole for the key of an organization of the file, else the public copy. */
export interface Words {
  description: string;
  address: string;
  photos: readonly { url: string; at: Date }[];
  /** Whether answers and what was said to the resident may be read too. */
  whole: boolean;
}

/** A request (« GET Service Requests »). */
export function requestView(request: ServiceRequest, { names, words }: Surroundings) {
  const { description = '', address = '', photos = [] } = words.get(request.id) ?? {};
  return {
    service_request_id: request.id,
    status: isClosed(request.status) ? 'closed' : 'open',
    status_notes: STATUS_LABELS[request.status].fr,
    service_name: request.serviceName,
    service_code: request.serviceCode,
    description: description.slice(0, DESCRIPTION_LENGTH),
    agency_responsible: organizationOf(request, names)?.name ?? null,
    service_notice: null,
    requested_datetime: w3c(request.receivedAt),
    updated_datetime: w3c(request.closedAt ?? request.updatedAt),
    expected_datetime: request.dueAt && w3c(request.dueAt),
    address,
    address_id: null,
    zipcode: /\b\d{5}\b/.exec(address)?.[0] ?? null,
    lat: request.point?.lat ?? null,
    long: request.point?.long ?? null,
    media_url: photos[0]?.url ?? null,
  };
}

/** « limited to 4,000 characters »; what came another way may be longer. */
const DESCRIPTION_LENGTH = 4_000;

/** `2026-11-24T09:00:00Z`: the standard's examples have no fraction of a second. */
export function w3c(instant: Date): string {
  return instant.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
