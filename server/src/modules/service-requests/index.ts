/** Service requests: what residents report, and what becomes of it. */

import type { Schedule, Task } from '../../platform/events/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { clockSchedules, clockTasks } from './commitments/watch-clocks.ts';
import { catalogueOf } from './offered-services.ts';
import { FETCH_MEDIA, fetchMedia, type MediaPayload } from './open311/fetch-media.ts';
import { schedules as suggestionSchedules, tasks as suggestionTasks } from './suggestions/tasks.ts';

export { answerServiceRequest } from './answer-service-request.ts';
export { askResident } from './ask-resident.ts';
export type { Question, Service } from './catalogue.ts';
export { legalNoticeOf } from './commitments/legal-notice.ts';
export { promisedEndsBy } from './commitments/promised-ends.ts';
export { setCommitments } from './commitments/set-rules.ts';
export {
  type Contact,
  type ContactGiven,
  type Preference,
  type Reach,
  reachOf,
  readContact,
} from './contact.ts';
export { type CatalogueService, DEFAULT_CATALOGUE } from './default-catalogue/index.ts';
export { mergeServiceRequest } from './duplicates/merge-service-request.ts';
// What decides that two reports are one, for whoever measures how right it is.
export { defaultRule } from './duplicates/rules.ts';
export { type Likeness, likeness, type Report, STRANGERS_SHARE } from './duplicates/score.ts';
export { stemsOf } from './duplicates/words-in-common.ts';
export {
  type ImportedEventData,
  SERVICE_REQUEST_EVENTS,
  type ServiceRequestEventData,
} from './events.ts';
export { reassessment } from './exposure/reassess-exposure.ts';
export { reweighing } from './exposure/reweigh-open.ts';
export { newsOf, placeOfNews } from './feeds/news-of.ts';
export { TOLD_TO_ALL } from './feeds/told-to-all.ts';
export { refuseServiceRequest } from './hand-over/refuse-service-request.ts';
export { transferServiceRequest } from './hand-over/transfer-service-request.ts';
export { importCatalogue } from './import-catalogue.ts';
export {
  type ImportedRequest,
  importServiceRequests,
  type PastStatus,
} from './import-service-requests.ts';
export { hearInbound } from './intake/hear-inbound.ts';
export { mayReadContactOf } from './intake/may-read-contact.ts';
export {
  type RequestForIntake,
  requestForIntake,
  requestsOfPhone,
} from './intake/read-for-intake.ts';
export { type InboundRequest, receiveInbound } from './intake/receive-inbound.ts';
export { stopTexts } from './intake/stop-texts.ts';
export { CHANNELS, STATUSES } from './model.ts';
export { type NextSteps, stepsFor } from './next-steps.ts';
export { catalogueOf } from './offered-services.ts';
export { open311 } from './open311/plugin.ts';
export { referencesIn, referenceTo } from './open311/reference.ts';
export { personalData } from './personal-data/index.ts';
export { maskFor, requestsOfSubject } from './personal-data/read-for-others.ts';
export { problems } from './problems.ts';
export { reactions } from './reactions.ts';
export {
  findTrackedId,
  idsJoinedTo,
  type RequestForMessage,
  type RequestForNeighbour,
  type RequestForWorkOrder,
  type RequestToCount,
  requestForMessage,
  requestForNeighbour,
  requestIdOfCode,
  requestsForWorkOrders,
  requestsToCount,
} from './read-for-others.ts';
export { type RequestForReply, requestForReply } from './read-for-reply.ts';
export { contestServiceRequest } from './residents/contest-service-request.ts';
export type { FollowerOf } from './residents/find-tracked.ts';
export { writeBack } from './residents/hear-resident.ts';
export { countRatings } from './residents/store.ts';
export { routes } from './routes.ts';
export { savedViewData } from './saved-view-data.ts';
export type { Submitted } from './submission.ts';
export { type SubmitServiceRequest, submitServiceRequest } from './submit-service-request.ts';
export { classifierData } from './suggestions/personal-data.ts';
export { splitTitle } from './titled-words.ts';

export const migrations = new URL('./migrations/', import.meta.url);

/** Background work of this module. */
export const tasks: Record<string, Task> = {
  ...suggestionTasks,
  ...clockTasks,
  [FETCH_MEDIA]: (platform, payload) => fetchMedia(platform, payload as MediaPayload),
};
export const schedules: Schedule[] = [...suggestionSchedules, ...clockSchedules];

/** The offered services, for the rules of competence. */
export async function servicesOf(
  platform: Platform,
  territoryId: string,
): Promise<{ code: string; name: string; group: string }[]> {
  const { byCode } = await catalogueOf(platform, territoryId);
  return [...byCode.values()].filter(({ offered }) => offered);
}
