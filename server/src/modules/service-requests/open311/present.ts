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
    description: service.description,
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

/**
 * A request (« GET Service Requests »).
 *
 * Whoever wrote to the town wrote to the town: their words are shown to the holders of a key, and
 * to everyone only when they came by Open311, where reports are public by contract.
 */
export function requestView(
  request: ServiceRequest,
  names: OrganizationNames,
  showWords: boolean,
): Content {
  return {
    service_request_id: request.id,
    status: isClosed(request.status) ? 'closed' : 'open',
    status_notes: STATUS_LABELS[request.status].fr,
    service_name: request.serviceName,
    service_code: request.serviceCode,
    description: showWords || request.isPublic ? request.description : '',
    agency_responsible: organizationOf(request, names)?.name ?? null,
    service_notice: null,
    requested_datetime: w3c(request.receivedAt),
    updated_datetime: w3c(request.closedAt ?? request.updatedAt),
    expected_datetime: request.dueAt && w3c(request.dueAt),
    address: request.address,
    address_id: null,
    zipcode: null,
    lat: request.point?.lat ?? null,
    long: request.point?.long ?? null,
    media_url: null,
  };
}

/** `2026-11-24T09:00:00Z`: the standard's examples have no fraction of a second. */
function w3c(instant: Date): string {
  return instant.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
