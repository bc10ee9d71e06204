/** All that this module asks of others: the request, who is to be told, its organization. */
export {
  describeFollowed,
  newsOfDigest,
  type Recipient,
  recipientFor,
  recipientsOf,
  stoppedKey,
} from '../following/index.ts';
export { findContact, organizationsById } from '../organizations/index.ts';
export {
  catalogueOf,
  legalNoticeOf,
  type NextSteps,
  newsOf,
  type RequestForMessage,
  requestForMessage,
  splitTitle,
  stepsFor,
} from '../service-requests/index.ts';
