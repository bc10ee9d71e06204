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
  newsOf,
  type RequestForMessage,
  requestForMessage,
  splitTitle,
} from '../service-requests/index.ts';
