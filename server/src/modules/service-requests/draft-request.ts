import type { Act } from '../../platform/acts/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import type { OrganizationReference } from '../organizations/index.ts';
import type { Service } from './catalogue.ts';
import { checkAnswers } from './check-answers.ts';
import { cleanText } from './clean-text.ts';
import { type Contact, type ContactGiven, contactFault, readContact } from './contact.ts';
import { dueAt } from './deadline.ts';
import { UNSORTED } from './default-catalogue/unsorted.ts';
import { exposureAt } from './exposure/exposure-at.ts';
import { NOT_HANDED_OVER } from './hand-over/model.ts';
import { type Channel, isFree } from './model.ts';
import { catalogueOf } from './offered-services.ts';
import { registrarOf } from './policy.ts';
import { priorityOf } from './priority.ts';
import { problems } from './problems.ts';
import { routeRequest } from './route-request.ts';
import { type ServiceRequest, UNTOUCHED } from './service-request.ts';
import type { SubmitServiceRequest } from './submit-service-request.ts';

/** A request that was checked and routed, before it is given its tracking code. */
export interface Draft {
  request: Omit<ServiceRequest, 'code'>;
  organization: OrganizationReference | null;
}

/**
 * Checks a report and finds whose it is; writes nothing.
 *
 * @param id - chosen beforehand when something else refers to it already
 * @throws Problem as `submitServiceRequest` does
 */
export async function draftRequest(
  platform: Platform,
  act: Act,
  command: SubmitServiceRequest,
  id = uuidv7(platform.clock),
): Promise<Draft> {
  const catalogue = await catalogueOf(platform, act.territoryId);
  const service = catalogue.byCode.get(command.serviceCode);
  ensure(service && isTaken(service, command.channel), () =>
    problems.unknownService({ serviceCode: command.serviceCode }),
  );
  // Of who wrote freely nothing can be asked: what they did not say is for a person to find out.
  const asksNothing = isFree(command.channel) && Object.keys(command.answers).length === 0;
  const answers = asksNothing ? {} : checkAnswers(service, command.answers);
  const contact = checkContact(command.contact ?? {});
  const registrarId = registrarOf(act.actor, command.channel);
  const [place, exposed] = await Promise.all([
    routeRequest(platform, act, service, { ...command, registrarId }),
    exposureAt(platform, act.territoryId, command.point, catalogue.weights),
  ]);

  const priority = priorityOf(
    catalogue.grid,
    service.defaultSeverity,
    service.defaultUrgency,
    exposed.exposure,
  );
  const request = {
    id,
    externalReference: null,
    serviceCode: service.code,
    serviceName: service.name,
    serviceGroup: service.group,
    description: cleanText(command.description),
    answers,
    language: command.language,
    channel: command.channel,
    isPublic: command.isPublic ?? false,
    point: command.point,
    address: place.address,
    communeId: place.communeId,
    communeName: place.communeName,
    organizationId: place.organization?.id ?? null,
    formerOrganizationIds: [],
    assignment: place.assignment,
    assignmentReason: place.reason,
    handOver: {
      ...NOT_HANDED_OVER,
      orientingOrganizationId: place.orientingOrganizationId,
      concernedOrganizationIds: place.concernedOrganizationIds,
    },
    status: 'received' as const,
    severity: service.defaultSeverity,
    urgency: service.defaultUrgency,
    ...exposed,
    priority,
    contact,
    ...UNTOUCHED,
    photoCount: command.photoIds.length,
    receivedAt: act.at,
    updatedAt: act.at,
    closedAt: null,
    dueAt: dueAt(catalogue.clockRules, service, priority, act.at),
    mergedIntoId: null,
    duplicatesCount: 0,
    version: 1,
  };
  return { request, organization: place.organization };
}

/** What is offered, and from a channel without a form also what nobody has sorted yet. */
function isTaken(service: Service, channel: Channel): boolean {
  return service.offered || (service.code === UNSORTED.code && isFree(channel));
}

function checkContact(given: ContactGiven): Contact {
  const contact = readContact(given);
  const fault = contactFault(contact);
  if (fault) throw problems.contactIncomplete({ errors: [fault] });
  return contact;
}
