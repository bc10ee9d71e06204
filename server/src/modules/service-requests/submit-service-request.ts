import type { Act } from '../../platform/acts/index.ts';
import type { Point } from '../../platform/geo/index.ts';
import { uuidv7 } from '../../platform/ids/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { ensure } from '../../platform/problem/index.ts';
import { acknowledge } from './acknowledgement.ts';
import { type Answers, readAnswers } from './answers.ts';
import type { Service } from './catalogue.ts';
import { cleanText } from './clean-text.ts';
import { type Contact, type ContactGiven, contactFault, readContact } from './contact.ts';
import { dueAt } from './deadline.ts';
import { UNSORTED } from './default-catalogue/unsorted.ts';
import { type Channel, isFree } from './model.ts';
import { catalogueOf } from './offered-services.ts';
import { maySubmit } from './policy.ts';
import { priorityOf } from './priority.ts';
import { problems } from './problems.ts';
import { retryOnCollision } from './retry-on-collision.ts';
import { routeRequest } from './route-request.ts';
import type { ServiceRequest } from './service-request.ts';
import { commitSubmission, type Submitted } from './submission.ts';
import { newTrackingCode } from './tracking-code.ts';

export interface SubmitServiceRequest {
  serviceCode: string;
  description: string;
  point: Point | null;
  address: string | null;
  answers: Answers;
  photoIds: string[];
  contact?: ContactGiven;
  channel: Channel;
  language: 'fr' | 'en';
  /** Whether everyone may read the description; it came from where reports are public. */
  isPublic?: boolean;
  /** Whether the place was only read out of the resident's words: a person confirms it. */
  placeProposed?: boolean;
}

/**
 * Takes a report, from a resident or from an agent for one.
 *
 * By mail, letter, SMS or social network, neither service nor place can be asked for: such a report
 * may be `unsorted` and without place, and a person makes both out.
 *
 * Everything that can be refused is refused before anything is written; the commit is shared with
 * the reports that arrive at the same moment, and the answer leaves only after it.
 *
 * @throws Problem `unknown-service`, `answers-refused`, `contact-incomplete`, `place-missing`, `outside-territory`,
 *   `/problems/files/unknown-file` (422)
 */
export async function submitServiceRequest(
  platform: Platform,
  act: Act,
  command: SubmitServiceRequest,
): Promise<Submitted> {
  ensure(maySubmit(act.actor, command.channel));
  const catalogue = await catalogueOf(platform, act.territoryId);
  const service = catalogue.byCode.get(command.serviceCode);
  ensure(service && isTaken(service, command.channel), () =>
    problems.unknownService({ serviceCode: command.serviceCode }),
  );
  const answers = checkAnswers(service, command.answers);
  const contact = checkContact(command.contact ?? {});
  const place = await routeRequest(platform, act, service, command);

  const request: Omit<ServiceRequest, 'code'> = {
    id: uuidv7(platform.clock),
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
    status: 'received',
    severity: service.defaultSeverity,
    urgency: service.defaultUrgency,
    priority: priorityOf(catalogue.grid, service.defaultSeverity, service.defaultUrgency),
    contact,
    workOrder: null,
    photoCount: command.photoIds.length,
    receivedAt: act.at,
    updatedAt: act.at,
    closedAt: null,
    dueAt: dueAt(service, act.at),
    mergedIntoId: null,
    duplicatesCount: 0,
    version: 1,
  };
  return retryOnCollision(() => {
    const coded = { ...request, code: newTrackingCode() };
    const answer = acknowledge(platform, coded, place.organization);
    return commitSubmission(platform, { act, request: coded, photoIds: command.photoIds, answer });
  });
}

/** What is offered, and from a channel without a form also what nobody has sorted yet. */
function isTaken(service: Service, channel: Channel): boolean {
  return service.offered || (service.code === UNSORTED.code && isFree(channel));
}

function checkAnswers(service: Service, given: Answers): Answers {
  const read = readAnswers(service.questions, given);
  if ('answers' in read) return read.answers;
  throw problems.answersRefused({
    errors: read.faults.map(({ code, message }) => ({
      pointer: `/answers/${code.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      detail: message,
    })),
  });
}

function checkContact(given: ContactGiven): Contact {
  const contact = readContact(given);
  const fault = contactFault(contact);
  if (fault) throw problems.contactIncomplete({ errors: [fault] });
  return contact;
}
