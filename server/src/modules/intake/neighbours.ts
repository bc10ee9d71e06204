/** All that this module asks of others. */

export { recipientFor, recipientsOf } from '../following/index.ts';
export { recogniseAnswer } from '../messages/index.ts';
export { territoryOf } from '../organizations/index.ts';
export { searchPlaces } from '../places/index.ts';
export {
  type InboundRequest,
  mayReadContactOf,
  type RequestForIntake,
  requestForIntake,
  requestsOfPhone,
  requestsOfSubject,
} from '../service-requests/index.ts';
